// Writes how characters are read, one a line: 单 shan dan chan. Run by the build; the table is not committed.
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const blocks = [[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x323af]];
const plain = { toneType: 'none', v: true };     // 吕 is lv, as people type it
const typed = reading => reading.includes('v') ? [reading, reading.replace('v', 'yu')] : [reading];     // and lyu, as passports write it
const lines = [];
for (const [first, last] of blocks) {
  for (let code = first; code <= last; code++) {
    const character = String.fromCodePoint(code);
    const told = [
      pinyin(character, { ...plain, surname: 'head' }),
      ...pinyin(character, { ...plain, multiple: true, type: 'array' }),
    ];
    const readings = new Set(told.filter(reading => /^[a-z]*[aeiouv][a-z]*$/.test(reading)).flatMap(typed));     // not the character itself, not ng
    if (readings.size > 0) {
      lines.push(`${character} ${[...readings].join(' ')}`);
    }
  }
}
writeFileSync(process.argv[2], lines.join('\n') + '\n');
