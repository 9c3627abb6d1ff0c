"""English: vague words, words of the producer's world, and pairs of words that are one thing."""

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

JARGON = frozenset(
    {
        # units of the laboratory and the data sheet
        "khz", "mhz", "ghz", "kwh", "mwh", "kbps", "mbps", "gbps", "mbit", "gbit", "rpm", "iops", "dpi", "ppi", "psi",
        "ppm", "apr", "tco", "qps", "tps", "mah", "lumens", "kilohertz", "megahertz", "gigahertz",
        # departments and processes
        "backend", "back-end", "middleware", "throughput", "headcount", "capex", "opex", "procurement", "microservices",
        "datacenter", "uptime", "codebase", "scalability", "interoperability", "omnichannel", "synergy", "synergies",
        "enablement", "stakeholder", "stakeholders", "deliverables", "productization", "monetization", "virtualization",
        "containerization", "utilization", "utilisation",
        # initials of the office
        "api", "apis", "bom", "crm", "ebitda", "erp", "fte", "ftes", "kpi", "kpis", "mrp", "oee", "okr", "okrs", "plm",
        "roi", "scm", "sdk", "sku", "skus", "sla", "slas", "sop", "sops", "wip",
    }
)  # fmt: skip
"""Single words of the producer's world."""

JARGON_PHRASES = (
    "supply chain", "back end", "cost structure", "cost base", "operating model", "operating margin", "gross margin",
    "vertical integration", "economies of scale", "value proposition", "value chain", "tech stack", "technology stack",
    "go-to-market", "time to market", "lead generation", "process efficiency", "operational efficiency",
    "inventory turnover", "unit cost", "core competence", "core competencies",
)  # fmt: skip
"""The same in several words."""

EVERYDAY = frozenset(
    {
        "AAA", "ABS", "ATM", "BBQ", "BMX", "CCTV", "CEO", "DIY", "DJ", "DNA", "DVD", "DVR", "EU", "EUR", "FAQ", "GPS",
        "HDMI", "HDTV", "IKEA", "JPEG", "LCD", "LED", "LPG", "MBA", "NBA", "NFL", "OLED", "PDF", "PIN", "RGB", "SIM",
        "SMS", "SOS", "SPF", "SUV", "SUVS", "TGV", "UK", "USA", "USB", "USD", "UV", "VAT", "VCR", "VHS", "VIP", "WIFI",
        "WLAN", "XXL", "III", "VII", "VIII",
    }
)  # fmt: skip
"""Initials that buyers say themselves."""

PAIRS = frozenset(
    {
        "and or", "arts crafts", "back forth", "bed breakfast", "black white", "bread butter", "cash carry",
        "click collect", "client server", "command control", "copy paste", "cost benefit", "cost performance",
        "cut paste", "day night", "drag drop", "first last", "fish chips", "gin tonic", "grab go", "he she",
        "health safety", "hide seek", "his her", "hiv aids", "hop go", "input output", "ladies gents", "look feel",
        "lost found", "mac cheese", "macaroni cheese", "meet greet", "mergers acquisitions", "mix match", "nuts bolts",
        "on off", "open close", "park ride", "peace quiet", "pick choose", "pick mix", "pickup dropoff", "plug play",
        "point click", "price performance", "price quality", "price value", "profit loss", "pros cons",
        "quality price", "questions answers", "research development", "rest relaxation", "rock roll", "salt pepper",
        "scan go", "scan pay", "search rescue", "stop go", "supply demand", "tap go", "terms conditions", "touch go",
        "trial error", "up running", "wash fold", "wash go", "wear tear", "yes no",
    }
)  # fmt: skip
"""Two words joined by "and", "&" or "/" that are one thing."""

RELATING = frozenset({"balance", "between", "difference", "distance", "fit", "gap", "match", "ratio", "trade-off"})
"""Words that make of two things the one relation between them."""

PER = frozenset(
    {
        "box", "day", "flight", "gb", "guest", "head", "hour", "kg", "km", "litre", "liter", "mile", "min", "minute",
        "month", "night", "order", "page", "person", "quarter", "room", "seat", "sec", "second", "stay", "trip", "unit",
        "user", "visit", "week", "year",
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
