import type { SampleDocument } from '../document.mts';
import { bookstore } from './bookstore.mts';
import { cafe } from './cafe.mts';
import { canteen } from './canteen.mts';
import { clothing } from './clothing.mts';
import { convenience } from './convenience.mts';
import { fuel } from './fuel.mts';
import { homegoods } from './homegoods.mts';
import { hotpot } from './hotpot.mts';
import { hypermarket } from './hypermarket.mts';
import { kiosk } from './kiosk.mts';
import { market } from './market.mts';
import { parking } from './parking.mts';
import { pharmacy } from './pharmacy.mts';
import { refund } from './refund.mts';
import { restaurant } from './restaurant.mts';
import { stationery } from './stationery.mts';
import { supermarket } from './supermarket.mts';
import { takeaway } from './takeaway.mts';

export const receipts: SampleDocument[] = [
	supermarket,
	convenience,
	pharmacy,
	restaurant,
	cafe,
	market,
	fuel,
	bookstore,
	clothing,
	hotpot,
	stationery,
	parking,
	refund,
	hypermarket,
	kiosk,
	canteen,
	takeaway,
	homegoods,
];
