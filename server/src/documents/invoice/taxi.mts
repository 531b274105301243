import { compact } from '../text.mts';
import type { Sheet } from './sheet.mts';

const headingRows = 4;
/** A heading, which names no company and has no value: 深圳市出租汽车专用发票, 杭州市出租汽车. */
const heading =
	/^(?!.*(?:公司|[:\d]))\p{Script=Han}{0,8}(?:出租(?:汽车|车|小汽车)|的士)\p{Script=Han}{0,8}$/u;

/** Whether a sheet is the roll of a taxi: its 单位 is the carrier, and its figures are of the ride, not of goods. */
export const isTaxiRoll = ({ rows }: Sheet): boolean =>
	rows.slice(0, headingRows).some(({ text }) => heading.test(compact(text)));
