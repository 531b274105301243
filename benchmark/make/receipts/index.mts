import type { SampleDocument } from '../../../samples/make/document.mts';
import { bakery } from './bakery.mts';
import { buffet } from './buffet.mts';
import { cinema } from './cinema.mts';
import { convenience } from './convenience.mts';
import { counter } from './counter.mts';
import { delivery } from './delivery.mts';
import { electronics } from './electronics.mts';
import { hospital } from './hospital.mts';
import { ktv } from './ktv.mts';
import { milktea } from './milktea.mts';
import { minibar } from './minibar.mts';
import { petrol } from './petrol.mts';
import { petshop } from './petshop.mts';
import { pharmacy } from './pharmacy.mts';
import { refund } from './refund.mts';
import { selfcheckout } from './selfcheckout.mts';
import { skewers } from './skewers.mts';
import { vegscale } from './vegscale.mts';
import { vending } from './vending.mts';

export const receipts: SampleDocument[] = [
	selfcheckout,
	convenience,
	bakery,
	milktea,
	pharmacy,
	skewers,
	buffet,
	ktv,
	cinema,
	petrol,
	petshop,
	vegscale,
	counter,
	electronics,
	minibar,
	hospital,
	vending,
	delivery,
	refund,
];
