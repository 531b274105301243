import type { SampleDocument } from '../document.mts';
import { hubei } from './hubei.mts';
import { fujian } from './fujian.mts';
import { shaanxi } from './shaanxi.mts';
import { shandong } from './shandong.mts';

export const invoices: SampleDocument[] = [hubei, fujian, shaanxi, shandong];
