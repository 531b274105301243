import type { SampleDocument } from '../document.mts';
import { supermarket } from './supermarket.mts';
import { convenience } from './convenience.mts';
import { pharmacy } from './pharmacy.mts';
import { restaurant } from './restaurant.mts';
import { cafe } from './cafe.mts';
import { market } from './market.mts';

export const receipts: SampleDocument[] = [
	supermarket,
	convenience,
	pharmacy,
	restaurant,
	cafe,
	market,
];
