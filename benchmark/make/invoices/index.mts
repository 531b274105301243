import type { SampleDocument } from '../../../samples/make/document.mts';
import { anhui } from './anhui.mts';
import { eBuilding } from './e-building.mts';
import { eDinner } from './e-dinner.mts';
import { eFarm } from './e-farm.mts';
import { eGoods } from './e-goods.mts';
import { ePerson } from './e-person.mts';
import { eTravel } from './e-travel.mts';
import { gansu } from './gansu.mts';
import { guangxi } from './guangxi.mts';
import { liaoning } from './liaoning.mts';
import { tianjin } from './tianjin.mts';
import { vatShanghai } from './vat-shanghai.mts';
import { vatShenzhen } from './vat-shenzhen.mts';
import { vatSichuan } from './vat-sichuan.mts';
import { vatZhejiang } from './vat-zhejiang.mts';

export const invoices: SampleDocument[] = [
	anhui,
	liaoning,
	guangxi,
	tianjin,
	gansu,
	vatZhejiang,
	vatShenzhen,
	vatSichuan,
	vatShanghai,
	eDinner,
	eGoods,
	eTravel,
	eBuilding,
	eFarm,
	ePerson,
];
