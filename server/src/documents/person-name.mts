/** The hundred or so commonest surnames, after the census of 2020, and what a nickname begins with. */
const surnames =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦邹孟熊秦邱尹薛闫段雷侯龙陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤温康施葛樊俞柯蓝鲁殷詹岳齐柳庄童';
const nicknames = '小阿老';
const form = new RegExp(
	`^(?:[${surnames}${nicknames}]\\p{Script=Han}{1,2}|\\p{Script=Han}[姐哥姨叔嫂])$`,
	'u',
);

/** Whether a text looks like a Chinese name of two or three characters, or what colleagues say for one. */
export const isPersonName = (text: string): boolean => form.test(text);
