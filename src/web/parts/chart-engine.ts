// The parts of ECharts that charts are drawn with: fetched with the first chart, and none of what no chart here needs.
import { BarChart, HeatmapChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, RadarChart, ScatterChart]);
use([AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, RadarComponent, TooltipComponent, VisualMapComponent]);
use([SVGRenderer]);

/** An empty chart in a place on the screen, drawn as SVG: it prints, and its words can be searched. */
export const drawIn = (place: HTMLElement) => init(place, null, { renderer: 'svg' });
export type Drawn = ReturnType<typeof drawIn>;
