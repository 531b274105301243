import type { Sheet } from '../invoice/sheet.mts';
import { compact } from '../text.mts';
import { codeFields, textFields } from './invoice/fields.mts';
import type { Kind } from './invoice/kind.mts';

/** A heading stands on one of so many rows from the top. */
const headingRows = 4;
/** A heading, which names no company and has no value: 深圳市出租汽车专用发票, 杭州市出租汽车. */
const heading =
	/^(?!.*(?:公司|[:\d]))\p{Script=Han}{0,8}(?:出租(?:汽车|车|小汽车)|的士)\p{Script=Han}{0,8}$/u;

/** Whether the heading is that of the roll of a taxi. */
const isTaxiRoll = ({ rows }: Sheet): boolean =>
	rows.slice(0, headingRows).some(({ text }) => heading.test(compact(text)));

/** What is said of a ride, as labels of a roll. */
const rideLabels = /^(?:上车|下车|上车时间|下车时间|里程|等候|车号|车牌号|证号|电召费|单价)$/u;
/** So many of them stand on no other invoice. */
const leastLabels = 4;

function rideLabelsOf({ labels }: Sheet): number {
	const found = labels.flat().filter(({ text }) => rideLabels.test(text));
	return new Set(found.map(({ text }) => text)).size;
}

/**
 * The roll of a taxi: the carrier, who is all that it names, is the seller, and its figures are of the ride. It has
 * two times of day, of which none is that of the invoice.
 */
export const taxiKind: Kind = {
	id: 'taxi',
	signsOf: (sheet) => (isTaxiRoll(sheet) || rideLabelsOf(sheet) >= leastLabels ? 2 : 0),
	parties: ['seller'],
	hasGoods: false,
	fields: [...codeFields, ...textFields],
};
