import { expect, test } from 'vitest';
import { areaInWords, distanceInWords, resultAsText } from './measure-words.ts';

test('a kilometre and a hectare are named beside the metres', () => {
  expect(distanceInWords(842.31, 'id')).toBe('842,3 m');
  expect(distanceInWords(1_234.56, 'id')).toBe('1.234,6 m (1,23 km)');
  expect(distanceInWords(1_234.56, 'en')).toBe('1,234.6 m (1.23 km)');
  expect(areaInWords(200, 'id')).toBe('200 m²');
  expect(areaInWords(12_345.678, 'id')).toBe('12.345,68 m² (1,23 ha)');
});

test('the copied result says how it was measured and can be measured again', () => {
  const text = resultAsText(
    'polygon',
    [
      [116.8, -1.2],
      [116.81, -1.2],
      [116.81, -1.19],
    ],
    'id',
  );
  expect(text).toMatch(/^Luas: 615\.\d{3},\d+ m² \(61,\d+ ha\)\nKeliling: /);
  expect(text).toContain('geodesik WGS 84');
  expect(text.split('\n').slice(-3)[0]).toBe('-1.2000000, 116.8000000');
});
