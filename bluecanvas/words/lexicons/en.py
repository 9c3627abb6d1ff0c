"""English: vague words, words of praise, words of the producer's world, and pairs of words that are one thing."""

from __future__ import annotations

PRICE = frozenset(
    {
        "price", "prices", "pricing", "price level", "price point", "ticket price", "list price", "retail price",
        "purchase price", "selling price", "fare", "fares", "fee", "fees", "cost to the customer",
    }
)  # fmt: skip
"""Names under which the price stands on a canvas."""

VAGUE = frozenset(
    {
        "quality", "service", "services", "innovation", "innovations", "innovativeness", "value", "values", "experience",
        "experiences", "excellence", "satisfaction", "features", "functions", "functionality", "benefits", "advantages",
        "solution", "solutions", "product", "products", "offering", "offerings", "other", "others", "misc",
        "miscellaneous", "customer service", "customer experience", "customer satisfaction", "customer value",
        "user experience", "guest experience", "service quality", "quality of service", "product quality",
        "quality of product", "added value", "value added", "service level", "service excellence",
        "operational excellence", "product innovation", "service innovation",
    }
)  # fmt: skip
"""Whole names that could mean anything, so that two people score them differently."""

PRAISE = frozenset(
    {
        "good", "great", "better", "best", "high", "higher", "highest", "top", "excellent", "superior", "outstanding",
        "overall", "general", "total", "premium", "unique",
    }
)  # fmt: skip
"""Words before a vague one that make it no clearer."""

SUPERLATIVES = PRAISE | frozenset(
    {
        "award-winning", "best-in-class", "cutting-edge", "exceptional", "finest", "first-class", "first-rate", "greatest",
        "ideal", "incomparable", "innovative", "leading", "market-leading", "next-generation", "number one", "no. 1",
        "one-stop", "optimal", "perfect", "perfection", "premier", "state-of-the-art", "unbeatable", "unequalled",
        "unmatched", "unparalleled", "unrivalled", "unsurpassed", "top-quality", "top-notch", "ultimate", "world-class",
        "world-leading", "passion", "professional",
    }
)  # fmt: skip
"""Words of praise that any offering could claim for itself."""

IMPROVING = frozenset(
    {
        "boost", "boosting", "enhance", "enhanced", "enhancing", "improve", "improved", "improvement", "improvements",
        "improves", "improving", "increase", "increased", "increasing", "optimise", "optimised", "optimising", "optimize",
        "optimized", "optimizing", "raise", "raising", "strengthen", "strengthening", "upgrade", "upgrading", "more",
        "maximise", "maximize", "deliver", "delivering", "ensure", "provide", "providing", "create", "creating", "drive",
    }
)  # fmt: skip
"""Verbs that say only that something shall be better."""

FILLERS = frozenset(
    {
        "a", "all", "an", "and", "as", "at", "be", "business", "businesses", "buyers", "client", "clients", "customer",
        "customers", "even", "ever", "every", "everybody", "everyone", "for", "from", "get", "give", "guests", "in",
        "is", "it", "its", "make", "much", "of", "on", "our", "ours", "that", "the", "their", "them", "this",
        "to", "us", "very", "want", "we", "will", "with", "you", "your",
    }
)  # fmt: skip
"""Words between the others that add nothing to them."""

JARGON = frozenset(
    {
        # units of the laboratory and the data sheet
        "khz", "mhz", "ghz", "kwh", "mwh", "kbps", "mbps", "gbps", "mbit", "gbit", "rpm", "iops", "dpi", "ppi", "psi",
        "ppm", "apr", "tco", "qps", "tps", "mah", "lumens", "kilohertz", "megahertz", "gigahertz",
        # departments and processes
        "backend", "back-end", "middleware", "throughput", "headcount", "capex", "opex", "procurement", "microservices",
        "datacenter", "codebase", "interoperability", "omnichannel", "synergy", "synergies",
        "enablement", "stakeholder", "stakeholders", "deliverables", "productization", "monetization", "virtualization",
        "containerization", "utilization", "utilisation",
        # initials of the office
        "api", "apis", "bom", "crm", "ebitda", "erp", "fte", "ftes", "kpi", "kpis", "mrp", "oee", "okr", "okrs", "plm",
        "roi", "scm", "sdk", "sku", "skus", "sla", "slas", "sop", "sops", "wip",
    }
)  # fmt: skip
"""Single words of the producer's world."""

JARGON_PHRASES: tuple[str, ...] = (
    "supply chain", "back end", "cost structure", "cost base", "operating model", "operating margin", "gross margin",
    "vertical integration", "economies of scale", "value proposition", "value chain", "tech stack", "technology stack",
    "go-to-market", "time to market", "lead generation", "process efficiency", "operational efficiency",
    "inventory turnover", "unit cost", "core competence", "core competencies",
)  # fmt: skip
"""The same in several words."""

INSIDERS = frozenset(
    {
        "board", "ceo", "cfo", "cmo", "coo", "cpo", "cto", "design", "development", "engineering", "finance", "founder",
        "founders", "leadership", "management", "marketing", "me", "ops", "operations", "owner", "owners", "product",
        "product management", "product manager", "product owner", "product team", "r&d", "sales", "sales team",
        "strategy", "strategy team", "team", "our team", "the team", "us", "we", "our staff", "staff",
        "marketing team", "management team", "leadership team", "business development", "the founders", "the board",
    }
)  # fmt: skip
"""Who scores an offering and has an interest in it: its own people."""

PAIRS = frozenset(
    {
        "and or", "android ios", "arts crafts", "back forth", "bar grill", "bed bath", "bed breakfast", "bits pieces",
        "black white", "bread butter", "brick mortar", "bricks mortar", "cash carry", "click collect",
        "client server", "command control", "copy paste", "cost benefit", "cost performance", "cut paste",
        "day night", "drag drop", "feel look", "first last", "fish chips", "flora fauna", "gin tonic", "grab go",
        "he she", "health safety", "heaven hell", "hide seek", "his her", "hiv aids", "hop go", "hop off", "hopon hopoff",
        "hub spoke", "hustle bustle", "input output", "ios android", "ladies gents", "look feel", "lost found",
        "mac cheese", "mac windows", "macaroni cheese", "meet greet", "men women", "mergers acquisitions",
        "mix match", "nook cranny", "nuts bolts", "on off", "one get", "open close", "over above", "park ride",
        "peace quiet", "pick choose", "pick mix", "pickup dropoff", "plug play", "point click", "price performance",
        "price quality", "price value", "profit loss", "pros cons", "quality price", "questions answers",
        "research development", "rest relaxation", "rock roll", "safe sound", "salt pepper", "salt vinegar",
        "scan go", "scan pay", "search rescue", "stop go", "supply demand", "tap go", "terms conditions", "touch go",
        "trial error", "up running", "vision mission", "wash fold", "wash go", "wear tear", "windows mac",
        "women children", "women men", "yes no",
    }
)  # fmt: skip
"""Two words joined by "and", "&" or "/" that are one thing."""

RELATING = frozenset({"balance", "between", "difference", "distance", "fit", "gap", "match", "ratio", "trade-off"})
"""Words that make of two things the one relation between them."""

PER = frozenset(
    {
        "adult", "bottle", "box", "call", "child", "class", "course", "cup", "customer", "day", "employee", "flight",
        "gallon", "game", "gb", "glass", "guest", "head", "hour", "household", "item", "kg", "km", "lesson", "liter",
        "litre", "meal", "mile", "min", "minute", "month", "night", "order", "pack", "page", "person", "piece",
        "portion", "quarter", "ride", "room", "seat", "sec", "second", "serving", "session", "stay", "table",
        "ticket", "trip", "unit", "user", "visit", "week", "year",
    }
)  # fmt: skip
"""What stands behind a slash that means "per"."""

CLASSICS = frozenset(
    {
        "artistic music and dance", "enological terminology and distinctions", "friendly service",
        "front desk and concierge", "fun and adventure", "fun and humor", "fun and humour", "music and dance",
        "processor and graphics", "social and family play", "thrill and danger", "thrills and danger",
    }
)  # fmt: skip
"""Names the published canvases of the field carry."""
