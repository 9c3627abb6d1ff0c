"""Words in which a word of the producer's world stands by accident, in languages written without spaces.

"生日活动" (birthday parties) is no "日活" (daily active users), and "흡수율" (how much is absorbed) no "수율" (yield).
Read only where such a word is found.
"""

from __future__ import annotations

WITHIN: dict[str, str] = {
    # Chinese
    "产能": """国产能 特产能 土产能 水产能 房产能 遗产能 财产能 地产能 资产能 破产能 海产能 农产能 矿产能 早产能 顺产能 流产能 生产能量
        产能量 产能否 产能够""",
    "架构": "书架构 支架构 骨架构 衣架构 货架构 床架构 车架构 鞋架构 画架构 花架构 框架构 架构造 架构思 架构成",
    "埋点": "填埋点 掩埋点 埋点心",
    "赋能": "天赋能 禀赋能",
    "供应链": "供应链接",
    "坪效": "草坪效 机坪效",
    "闭环": "封闭环 密闭环 关闭环 闭环境 闭环保 闭环岛 闭环绕",
    "颗粒度": "研磨颗粒度 咖啡颗粒度 磨豆颗粒度 粉末颗粒度 磨粉颗粒度 咖啡粉颗粒度 口感颗粒度",
    "链路": "手链路 项链路 拉链路 锁链路 链路径 链路线 链路途",
    "触达": "接触达 感触达 触达人 触达标",
    "良率": "改良率 优良率 善良率 精良率 良率真 良率先 良率直 良率领 良率性",
    "后端": "最后端 午后端 饭后端 售后端 餐后端 之后端 然后端 事后端 后端午 后端口 后端庄 后端正 后端上 后端坐 后端茶 后端详",
    "微服务": "细微服务 入微服务 稍微服务 至微服务 略微服务 轻微服务 微服务员 微服务生 微服务态度",
    "运维": """航运维 货运维 营运维护 客运维 海运维 空运维 托运维 搬运维 幸运维 奥运维 好运维 起运维 运维修 运维护 运维权 运维生
        运维持 运维他 运维尼 运维系 运维也""",
    "私域": "隐私域 自私域",
    "引流": "导引流 指引流 索引流 吸引流 牵引流 引流程 引流行 引流线 引流畅 引流动 引流浪 引流管 引流术 引流水 引流星",
    "客单价": "散客单价 顾客单价 旅客单价 访客单价 房客单价 乘客单价 住客单价",
    "价值链": "价值链接",
    "产线": """国产线 特产线 土产线 水产线 房产线 遗产线 财产线 地产线 资产线 海产线 农产线 矿产线 产线上 产线下 产线条 产线路
        产线索""",
    "技术栈": "技术栈道",
    # Japanese
    "スループット": "ドライブスループット",
    "バックエンド": "キャッシュバックエンド フィードバックエンド バックエンドレス バックエンドロール",
    "客単価": "観客単価 乗客単価 旅客単価",
    # Korean
    "원가율": "회원가율 병원가율 학원가율 공원가율 구원가율 정원가율",
    "객단가": "승객단가 관객단가 여객단가",
    "백엔드": "캐시백엔드 캐쉬백엔드 페이백엔드 피드백엔드 플레이백엔드",
}
"""Spelt as texts are folded: the words, or the pieces of two, that hold each of them and mean something else."""

BESIDE: dict[str, tuple[str, str]] = {
    # Chinese
    "日活": ("高 用户 平均 平台 应用 产品", "用户 量 率 数 人数 跃用户 跃度 跃数 跃人数 增长 目标 规模 指标"),
    "月活": ("高 用户 平均 平台 应用 产品", "用户 量 率 数 人数 跃用户 跃度 跃数 跃人数 增长 目标 规模 指标"),
    "人效": ("高 提升 提高 门店 单店 员工 团队 组织 销售 人均 平均", "比 提升 提高 管理 指标 考核 分析 最高 领先 优化"),
    "对标": (
        "全面 价格 产品 品牌 行业 竞品 标杆 国际 精准 业务 能力",
        "行业 国际 国内 海外 竞品 竞争 大厂 品牌 市场 分析 管理 对手 标杆 世界 全球 同行 头部 一线 一流 企业 公司 能力 高端 体系 法 研究 学习",
    ),
    "抓手": (
        "战略 策略 增长 核心 主要 重要 有效 业务 管理 营销 运营 关键 工作 转型 数字化 落地 变革 发展 创新 改革 有力",
        "作用 效应 明确 清晰 项目 不足 缺失",
    ),
    "工单": (
        "客服 服务 维修 售后 派 报修 智能 在线 线上 电子 提交 处理 生产 维护 客户 投诉 系统 制造 创建 开 跨部门 支持 技术 问题 运维 自动",
        "系统 处理 管理 响应 时效 流转 平台 派发 数 量 数量 关闭 完成 跟踪 追踪 查询 状态 进度 分配 派单 回复 流程 自动 解决 结案 达成",
    ),
    "中台": (
        """数据 业务 技术 内容 智能 大 小 双 服务 营销 用户 会员 组织 财务 算法 移动 安全 供应链 采购 运营 客服 商品 订单 交易 支付 物流 零售
        企业 研发 知识 前 后 产品 数字 数字化 强 公司 平台 统一""",
        "战略 策略 能力 架构 建设 化 系统 服务 团队 平台 技术 数据 业务 支持 支撑 部门 模式 体系 运营 管理 型 组织 效率 赋能 成熟 转型 升级",
    ),
    # Korean
    "수율": ("생산 공정 제조 양산 초기 반도체 웨이퍼 최종 평균 칩 패널", "*"),
    "전환율": ("구매 유료 고객 방문 가입 회원 광고 클릭 매출 결제 앱 웹 장바구니 신규 상담 예약 계약", "*"),
}
"""What may stand directly before and behind those that are parts of too many other words to list; `*` for anything."""


def stands(term: str, text: str, at: int) -> bool:
    """Whether a term found at a place of a folded text is that term, and no piece of other words."""
    for word in WITHIN.get(term, "").split():
        start = at - word.find(term)
        if start >= 0 and text.startswith(word, start):
            return False
    if term not in BESIDE:
        return True
    before, behind = text[:at], text[at + len(term) :]
    may_begin, may_follow = (words.split() for words in BESIDE[term])
    if _is_letter(before[-1:]) and not before.endswith(tuple(may_begin)):
        return False
    return "*" in may_follow or not _is_letter(behind[:1]) or behind.startswith(tuple(may_follow))


def _is_letter(char: str) -> bool:
    """Whether a sign carries on an East Asian word: a letter of another script ends it, and so does the end."""
    return char.isalpha() and not char.isascii()
