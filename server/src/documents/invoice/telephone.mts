import { compact } from '../text.mts';

/** A telephone number: with an area code or without, of a mobile (digits of it may be hidden), of a service line (95598). */
const telephone =
	/^(?:(?:\(?0\d{2,3}\)?-?)?[1-9]\d{6,7}(?:-\d{1,5})?|1[3-9]\d[\d*]{4}\d{4}|[48]00-?\d{3}-?\d{4}|9[56]\d{3}|100\d{2}|123\d{2})$/u;

/** Whether a text is a telephone number, or several. */
export const isTelephone = (text: string): boolean =>
	telephone.test(compact(text)) || text.split(/[\s/、,;]+/u).every((one) => telephone.test(one));
