import type { Char } from './layout/rows.mts';

/** Traditional characters of the words on slips, each before its simplified one (Unihan's kSimplifiedVariant). */
const pairs = [
	'單单號号計计實实應应總总額额續续銀银員员機机時时間间點点帳账賬账發发據据現现費费稅税',
	'務务優优減减訂订購购買买賣卖數数價价錢钱餘余碼码電电話话檯台枱台開开結结會会積积幣币圓圆',
	'貨货經经辦办顧顾門门編编終终櫃柜條条項项類类別别際际節节讓让補补還还臺台種种營营業业導导',
	'聯联絡络傳传網网贖赎贈赠達达顯显馀余寶宝寳宝淨净銷销鋪铺亞亚來来侷局係系俬私倉仓偽伪備备',
	'傢家僞伪儲储兌兑內内凈净剋克創创動动勞劳匯汇區区參参唄呗問问喫吃噸吨噹当國国園园圖图團团',
	'執执場场壽寿奬奖妝妆嬰婴寧宁審审寫写寵宠專专對对層层屬属島岛崑昆崗岗嶽岳師师帶带幾几庫库',
	'廂厢廈厦廚厨廠厂廣广廳厅張张彆别彔录彙汇後后復复徵征態态慶庆憑凭戶户捨舍捲卷掃扫掛挂揚扬',
	'換换摺折攏拢攬揽於于旂旗昇升曆历書书朮术東东査查棟栋構构槍枪樁桩樓楼標标橋桥檔档檢检權权',
	'歡欢歷历測测準准溫温滙汇滿满漢汉濟济濰潍濱滨瀋沈灣湾為为烏乌無无煙烟熱热燒烧燙烫爾尔狀状',
	'獎奖獲获獸兽產产産产甦苏當当盃杯監监眞真眾众禮礼稱称穫获筆笔築筑簽签籌筹籤签糧粮糰团約约',
	'紅红納纳級级細细紹绍組组統统綫线維维綿绵線线縣县繫系繳缴纍累義义職职腦脑臉脸臨临興兴舘馆',
	'艦舰荊荆莊庄華华菸烟葯药蓆席蔘参蕪芜薩萨藝艺藥药蘇苏蘭兰處处衆众術术衕同裏里裝装裡里製制',
	'複复覈核見见規规覽览訖讫託托記记設设許许訴诉診诊註注証证評评詢询試试誌志說说説说請请諮咨',
	'謝谢證证識识護护豐丰負负販贩責责貴贵貸贷貿贸賃赁資资賒赊賓宾賞赏質质贛赣車车載载輯辑輸输',
	'轉转迴回連连進进運运過过遞递郵邮鄉乡鄭郑鄲郸醫医釋释釦扣鈔钞錄录錫锡録录錶表鍋锅鍾钟鎖锁',
	'鎭镇鎮镇鏡镜鐘钟長长閃闪閱阅閲阅關关陞升陽阳隊队隨随隻只雜杂雞鸡離离雲云頁页順顺預预領领',
	'頭头顏颜顔颜飯饭飲饮飾饰餅饼養养餓饿餚肴館馆駛驶駝驼驗验體体髮发魚鱼魯鲁鮮鲜鹹咸鹽盐麗丽',
	'麪面麫面麵面麼么麽么齊齐齡龄齣出個个',
].join('');
/** Characters that the recogniser takes for those of labels: 總 for 德. Names of shops and goods may mean them. */
const misread = '德总僧价罩单';

const byFirst = (list: string): Map<string, string> =>
	new Map(Array.from(list.matchAll(/(.)(.)/gu), ([, first, second]) => [first, second]));
const simplified: ReadonlyMap<string, string> = byFirst(pairs);
const spelled: ReadonlyMap<string, string> = byFirst(pairs + misread);

/** A text with its traditional characters as simplified ones, as far as the words on slips need it. */
export const simplify = (text: string): string =>
	Array.from(text, (char) => simplified.get(char) ?? char).join('');

/** Characters as the labels of the lexicons spell them: simplified, in upper case, 工号 not as I号. */
export const spellingOf = (chars: readonly Char[]): string =>
	chars
		.map(({ char }) => (spelled.get(char) ?? char).toUpperCase().slice(0, 1))
		.join('')
		.replace(/(?<![A-Z])I(?=号)/gu, '工');
