import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import type { Item, PhotoOptions, SampleDocument } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { entry, formStyle, grid, seal } from '../../../samples/make/invoices/forms.mts';
import { randomFrom, seedOf } from '../../../samples/make/random.mts';
import { qrLookalike } from '../marks.mts';
import { totalsOf } from './items.mts';

interface Party {
	name: string;
	taxId?: string;
	addressPhone?: string;
	bankAccount?: string;
}

interface VatInvoice {
	id: string;
	title: string;
	/** The bureau in the seal, such as 浙江省税务局. */
	bureau: string;
	/** The colour of the form: electronic ones are brown, paper ones have one for each copy. */
	ink: string;
	code: string;
	number: string;
	date: string;
	checkCode: string;
	machine: string;
	/** Paper ones have their number printed large, electronic ones a QR code. */
	paper?: boolean;
	buyer: Party;
	seller: Party;
	items: Item[];
	remarks?: string;
	people: { payee?: string; reviewer?: string; issuer: string };
	font: string;
	photo?: PhotoOptions;
}

const head = [
	'货物或应税劳务、服务名称',
	'规格型号',
	'单 位',
	'数 量',
	'单 价',
	'金 额',
	'税率',
	'税 额',
];
const cipher = '0123456789+-*/<>';
const cipherLines = 4;
const cipherColumns = 27;

const styleOf = (ink: string, font: string) => `
	${formStyle(ink)}
	.paper { padding: 38px 60px 46px; font: 27px 'AR PL UMing CN', serif; line-height: 1.42; background: #fffefc; color: ${ink}; }
	.typed, td, .cipher, .note { color: #1f2a52; font-family: ${font}; font-size: 26px; }
	.head { display: grid; grid-template-columns: 470px 1fr 480px; align-items: end; margin-bottom: 10px; }
	.qr { color: #222; }
	.number { font: 40px 'Liberation Serif', serif; color: #1f2a52; }
	.title { font: 46px 'AR PL UKai CN', serif; letter-spacing: 4px; border-bottom: 5px double ${ink}; padding-bottom: 4px; margin: 0 20px 46px; white-space: nowrap; }
	.frame { border: 2px solid ${ink}; }
	.party { display: grid; grid-template-columns: 48px 860px 48px 1fr; }
	.party > * + * { border-left: 2px solid ${ink}; }
	.party > :nth-child(2n) { padding: 4px 12px; min-height: 168px; }
	.side { writing-mode: vertical-rl; display: flex; align-items: center; justify-content: center; letter-spacing: 8px; }
	.cipher { font-family: 'Liberation Mono', monospace; font-size: 30px; line-height: 1.3; white-space: pre; }
	.grid { border-top: 2px solid ${ink}; }
	.grid :is(th, td) { padding: 3px 8px; border-left: 2px solid ${ink}; }
	.grid :is(th, td):first-child { border-left: 0; width: 350px; }
	.grid th { text-align: center; white-space: nowrap; }
	.grid td:nth-child(n + 4) { text-align: right; }
	.grid td:nth-child(7) { text-align: center; }
	.grid tr:last-child td { border-top: 2px solid ${ink}; }
	.grid tr:last-child td:first-child { color: ${ink}; text-align: center; letter-spacing: 60px; }
	.blank { height: 70px; }
	.total { border-top: 2px solid ${ink}; border-bottom: 2px solid ${ink}; display: grid; grid-template-columns: 300px 1fr 400px; padding: 6px 14px; }
	.foot { margin-top: 8px; }
`;

function cipherOf(id: string): string[] {
	const random = randomFrom(seedOf(`${id} cipher`));
	const char = () => cipher[Math.floor(random() * cipher.length)];
	const cipherLine = () => Array.from({ length: cipherColumns }, char).join('');
	return Array.from({ length: cipherLines }, cipherLine);
}

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function partyFields(side: string, party: Party): Record<string, string> {
	const named = [
		['名称', party.name],
		['识别号', party.taxId],
		['地址、电话', party.addressPhone],
		['开户行及账号', party.bankAccount],
	];
	return Object.fromEntries(
		named.flatMap(([name, value]) => (value ? [[`${side}${name}`, value]] : [])),
	);
}

const partyBox = (side: string, party: Party, otherSide: string, other: string) =>
	`<div class="party">${line(side, 'side')}<div>${[
		entry('名        称：', party.name),
		entry('纳税人识别号：', party.taxId),
		entry('地 址、 电 话：', party.addressPhone),
		entry('开户行及账号：', party.bankAccount),
	]
		.map((text) => line(text))
		.join('')}</div>${line(otherSide, 'side')}${other}</div>`;

/** A VAT ordinary invoice, electronic or on paper, with its eight columns and its cipher text. */
export function vatInvoice(data: VatInvoice): SampleDocument {
	const { buyer, seller, items, people } = data;
	const { amount, tax, total } = totalsOf(items);
	const currency = (figure: string) => (figure === '***' ? figure : `¥${figure}`);
	const cipher = cipherOf(data.id);
	const checkCode = (data.checkCode.match(/.{5}/g) ?? []).join(' ');
	const numbers = data.paper
		? [line(data.number, 'number'), line(entry('机打号码 ', data.number))]
		: [line(entry('发票代码:', data.code)), line(entry('发票号码:', data.number))];
	const left = data.paper
		? line(data.code, 'number') + line(entry('校验码 ', checkCode))
		: qrLookalike(data.id, 132) + line(entry('机器编号:', data.machine));
	return invoice({
		id: data.id,
		width: 1680,
		style: styleOf(data.ink, data.font),
		fields: {
			发票名称: data.title,
			发票代码: data.code,
			发票号码: data.number,
			日期: data.date,
			校验码: data.checkCode,
			...partyFields('购买方', buyer),
			密码区: cipher.join(''),
			合计金额: amount,
			合计税额: tax,
			'合计金额(大写)': inWords(total, '圆'),
			'合计金额(小写)': total,
			...partyFields('销售方', seller),
			...(data.remarks ? { 备注: data.remarks } : {}),
			...(people.payee ? { 收款人: people.payee } : {}),
			...(people.reviewer ? { 复核: people.reviewer } : {}),
			开票人: people.issuer,
			items,
		},
		body: (f) =>
			[
				`<div class="head"><div>${left}</div>`,
				line(f.发票名称, 'title'),
				`<div>${numbers.join('')}${line(entry('开票日期:', f.日期))}`,
				data.paper ? '' : line(entry('校 验 码:', checkCode)),
				'</div></div><div class="frame">',
				partyBox(
					'购买方',
					buyer,
					'密码区',
					`<div class="cipher">${cipher.map(escaped).join('\n')}</div>`,
				),
				grid(head, [
					...f.items.map((columns) => [...columns]),
					['<div class="blank"></div>', '', '', '', '', '', '', ''],
					['合计', '', '', '', '', currency(f.合计金额), '', currency(f.合计税额)],
				]),
				`<div class="total"><span>价税合计（大写）</span><span class="typed">⊗${f['合计金额(大写)']}</span><span>${entry('（小写）', `¥${f['合计金额(小写)']}`)}</span></div>`,
				partyBox('销售方', seller, '备注', `<div class="note">${f.备注 ?? ''}</div>`),
				'</div>',
				`<div class="foot">${spread(
					entry('收款人: ', people.payee),
					entry('复核: ', people.reviewer),
					entry('开票人: ', people.issuer),
					entry('销售方:(章)'),
				)}</div>`,
				seal({
					top: '全国统一发票监制章',
					middle: '国家税务总局',
					bottom: data.bureau,
					left: 730,
					upper: 34,
					width: 200,
				}),
			].join(''),
		photo: data.photo,
	});
}
