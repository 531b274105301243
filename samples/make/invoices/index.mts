import type { SampleDocument } from '../document.mts';
import { chongqing } from './chongqing.mts';
import { fujian } from './fujian.mts';
import { hainan } from './hainan.mts';
import { heilongjiang } from './heilongjiang.mts';
import { hubei } from './hubei.mts';
import { hunan } from './hunan.mts';
import { jiangxi } from './jiangxi.mts';
import { shaanxi } from './shaanxi.mts';
import { shandong } from './shandong.mts';
import { shanghai } from './shanghai.mts';
import { shenzhen } from './shenzhen.mts';
import { yunnan } from './yunnan.mts';

export const invoices: SampleDocument[] = [
	hubei,
	fujian,
	shaanxi,
	shandong,
	yunnan,
	chongqing,
	hunan,
	shanghai,
	jiangxi,
	hainan,
	shenzhen,
	heilongjiang,
];
