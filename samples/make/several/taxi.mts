import { invoice } from '../document.mts';
import type { SampleDocument } from '../document.mts';
import { line, spread } from '../html.mts';

/** What differs from one taxi ride to the next. */
export interface Ride {
	id: string;
	code: string;
	number: string;
	date: string;
	times: [from: string, to: string];
	kilometres: string;
	amount: string;
	plate: string;
}

/** The roll of a taxi's printer: no parties, no table. */
export const taxiRoll = ({
	id,
	code,
	number,
	date,
	times,
	kilometres,
	amount,
	plate,
}: Ride): SampleDocument =>
	invoice({
		id,
		width: 420,
		style: `
			.paper { padding: 30px 26px 34px; font: 29px 'WenQuanYi Zen Hei', sans-serif; color: #33333c; background: #fbfbf7; }
			.title { font-size: 33px; color: #8a2f2a; }
		`,
		fields: {
			发票代码: code,
			发票号码: number,
			日期: date,
			'合计金额(小写)': amount,
		},
		body: () =>
			[
				line('江城市出租汽车专用发票', 'center title'),
				line('发票联', 'center'),
				line(`发票代码 ${code}`),
				line(`发票号码 ${number}`),
				spread('车号', plate),
				spread('日期', date),
				spread('上车', times[0]),
				spread('下车', times[1]),
				spread('单价', '2.00元/公里'),
				spread('里程', `${kilometres}公里`),
				spread('等候', '00:02:11'),
				spread('金额', `${amount}元`),
			].join(''),
	});
