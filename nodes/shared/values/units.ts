const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * What may stand behind a figure without changing it, the longest first. Not here: 万, 千, 角, 分 and their kin, which
 * make it another number, and letters that are misread figures (O, I, S, B).
 */
export const units: readonly string[] = words(
	`kg g mg t lb lbs oz L ml cl m cm mm km m2 m3 kw kwh pc pcs ea set box pk pkt btl ctn bag pair doz
	块 块钱 公斤 千克 克 毫克 斤 市斤 公吨 吨 噸 磅 升 毫升 米 厘米 毫米 公里 千米 平方 平方米 平米 立方 立方米 亩
	吨公里 千瓦 千瓦时 度 小时 小時 分钟 分鐘 天 日 晚 夜 周 月 个月 個月 季 季度 年
	个 個 只 隻 件 份 盒 瓶 袋 包 支 枝 条 條 张 張 杯 碗 盘 盤 碟 片 根 套 台套 双 雙 对 對 把 罐 听 桶 箱 标箱 提
	卷 粒 颗 顆 板 贴 次 人 人次 人天 人日 人月 位 名 间 間 串 枚 台 臺 辆 輛 本 册 冊 组 組 打 付 副 幅 面 项 項
	点 笔 筆 场 場 扎 壶 锅 例 课时 节 節 车 车次 趟 单 票 批 式 樽 筒 排 棵 株 朵 束 盆 筐 头 座 户 段 页 版 期`,
).sort((a, b) => b.length - a.length);

/** Any one measure word behind a quantity: there are too many to list those of every trade. */
export const MEASURE_WORDS =
	'[^\\P{Script=Han}零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億两半角分折成倍负負红紅退贷借欠元圆圓整正号號级楼]';
