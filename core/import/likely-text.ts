import { isColumnName } from './column-names.ts';
import type { Encoding } from './import-table.ts';

// How much a text reads like a list somebody wrote, to tell apart encodings that all decode the same bytes. Lists of
// doors are too short for the letter statistics of general detectors: 60 bytes with a dozen letters beyond ASCII.

const set = (text: string): ReadonlySet<string> => new Set(text.replace(/\s/g, ''));

/** Signs that end a word. */
const closing = set('“”’»°²³®™©…');
const signs = '–—„“”‘’‚…«»€·•°№§©®™²³½';
const languages = (...each: readonly string[]) => each.map((letters) => set(letters + signs));

const western = languages(
  'äöüßÄÖÜéèàÉ',
  'éèêëàâçîïôœùûÉÈÀÂÇÔ',
  'áéíóúñüÁÉÍÓÚÑ¿¡ºª',
  'ãõáâàéêíóôúçÃÕÁÂÉÓÇºª',
  'àèéìòùÀÈ',
  'åäöæøéÅÄÖÆØ',
  'éëïöüáíóúèê',
  'áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ',
);
const central = languages(
  'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
  'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽäôľĺŕĽ',
  'áéíóöőúüűÁÉÍÓÖŐÚÜŰ',
  'ăâîșțşţĂÂÎȘȚŞŢ',
  'čćđšžČĆĐŠŽ',
  'äöüßÄÖÜ',
);
const turkish = languages('ğışçöüâîĞİŞÇÖÜ');
const baltic = languages('āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ', 'ąčęėįšųūžĄČĘĖĮŠŲŪŽ', 'äõöüšžÄÕÖÜŠŽ');
const cyrillic = languages('абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯЁІЇЄҐЬЪЫ');
const greek = languages('αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ');
const hebrew = languages('אבגדהוזחטיךכלםמןנסעףפץצקרשת״׳');
const arabic = languages('ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ٠١٢٣٤٥٦٧٨٩،؟');
const thai = languages('กขคงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหอฮะัาำิีึืุูเแโใไ็่้๊๋์ๆฯ');
const vietnamese = languages('ăâđêôơưĂÂĐÊÔƠƯáàéèíóòúùýÁÀÉÈÍÓÒÚÙÝ₫\u0300\u0309\u0303\u0301\u0323');

/** Every vowel, by which Cyrillic is told from other letters' bytes: they make up two letters in five. */
const vowels = set('аеиоуыэюяіїєАЕИОУЭЮЯІЇЄ');
const rareLetters = set('ъщэфцюШЩЪЭФЦЮёЁ');

/** What lists of doors in an encoding's languages are written with; Asian ones are told in `asianLikeness`. */
const languagesOf: Readonly<Partial<Record<Encoding, readonly ReadonlySet<string>[]>>> = {
  'windows-1252': western,
  macintosh: western,
  'iso-8859-15': western,
  cp850: western,
  cp437: western,
  'windows-1250': central,
  'iso-8859-2': central,
  'mac-ce': central,
  cp852: central,
  'windows-1254': turkish,
  'windows-1257': baltic,
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  'koi8-u': cyrillic,
  'mac-cyrillic': cyrillic,
  'iso-8859-5': cyrillic,
  cp866: cyrillic,
  'windows-1253': greek,
  'iso-8859-7': greek,
  'windows-1255': hebrew,
  'windows-1256': arabic,
  'windows-874': thai,
  'windows-1258': vietnamese,
};

/** Characters that names of doors are full of in Chinese, Japanese and Korean. */
const simplified = set(`
  门入口出大厅北南东西楼层室电梯停车场库办公会议消防通道机房仓储安全控制中心员工后前侧正主号区域名称读卡器设备编位置一二三四五六七八九十
  上下左右内外高低地面顶部走廊卫生间食堂餐厅实验宿舍图书馆学院医病护士站银行财务人事经理总部分公司工厂车间配
`);
const traditional = set(`
  門入口出大廳北南東西樓層室電梯停車場庫辦公會議消防通道機房倉儲安全控制中心員工後前側正主號區域名稱讀卡器設備編位置一二三四五六七八九十
  上下左右內外高低地面頂部走廊衛生間食堂餐廳實驗宿舍圖書館學院醫病護士站銀行財務人事經理總部分公司廠車間配
`);
const japanese = set(`
  門入口出正面玄関北南東西棟階室電駐車場倉庫事務会議消防通路機械安全管理中央職員裏側主号区名称読取器機器装置番号一二三四五六七八九十
  上下左右内外高低地面屋部廊下食堂実験図書館学院病棟受付本社工業研究所設備警備扉口搬荷更衣休憩給湯
`);
const korean = set(`
  정문후출입구로비주차장동서남북층실사무회의계단엘리베이터창고비상기계전관센건물옥상지하보안게트더도어카메라름번호아디본연소방통중앙측면내외직원용리
  식당교육병원학은행차고역대강의화물식별자장치위치명칭설코드그룹현지점공급처험연구경비
`);

/** Below 0 for a text that does not read like a list, up to about 1 for one that surely does; more with known columns. */
export function likeness(text: string, encoding: Encoding): number {
  const known = languagesOf[encoding];
  const scores = known
    ? known.map((letters) => averageScore(text, (character, before) => letterScore(character, before, letters)))
    : [averageScore(text, (character) => asianLikeness(character, encoding))];
  return Math.max(...scores) + headerBonus(text);
}

function averageScore(text: string, scoreOf: (character: string, before: string) => number): number {
  let score = 0;
  let count = 0;
  let before = '';
  for (const character of text) {
    if (character > '\u007f') {
      count += 1;
      // Bytes that the encoding does not have, control characters, and what no list is written in.
      score += /[\ufffd\u0080-\u009f\p{Co}\p{Cn}]/u.test(character) ? -3 : scoreOf(character, before);
    } else if (before > '\u007f' && isForeignTo(before, character)) score -= 1;
    before = character;
  }
  return count === 0 ? 0 : score / count;
}

function letterScore(character: string, before: string, letters: ReadonlySet<string>): number {
  if (!/[\p{L}\p{M}]/u.test(character)) {
    // A sign in the middle of a word is a letter of another encoding, but for those that end one.
    if (/\p{L}/u.test(before)) return closing.has(character) ? 0.5 : -1.5;
    return letters.has(character) ? 0.85 : -0.5;
  }
  if (isForeignTo(before, character)) return -1.5;
  // `cКЛАД`: upper case behind lower case is another encoding's lower case.
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -1;
  if (!letters.has(character)) return -0.5;
  if (!/\p{Script=Cyrillic}/u.test(character)) return 0.97;
  return vowels.has(character) ? 1.25 : rareLetters.has(character) ? 0.4 : 0.9;
}

/** Letters of two scripts side by side in one word. */
function isForeignTo(before: string, character: string): boolean {
  if (!/\p{L}/u.test(before) || !/\p{L}/u.test(character)) return false;
  return scripts.some((script) => script.test(before) !== script.test(character));
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Hebrew}/u];

function asianLikeness(character: string, encoding: Encoding): number {
  if (/[\uff61-\uff9f]/.test(character)) return -0.4;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)) {
    return encoding === 'shift_jis' || encoding === 'euc-jp' ? 1.2 : -0.5;
  }
  if (/\p{Script=Hangul}/u.test(character)) return encoding !== 'euc-kr' ? -0.5 : korean.has(character) ? 1.2 : 0.5;
  if (/\p{Script=Han}/u.test(character)) return hanLikeness(character, encoding);
  // Letters of Latin, Greek and Cyrillic are in these sets, and mostly somebody else's bytes.
  return /[、。「」・（）：！？～－\uff10-\uff5a]/.test(character) ? 0.4 : -0.7;
}

function hanLikeness(character: string, encoding: Encoding): number {
  if (encoding === 'euc-kr') return -0.3;
  const common = encoding === 'gbk' ? simplified : encoding === 'big5' ? traditional : japanese;
  return common.has(character) ? 1.2 : 0.2;
}

/** Columns' names that are read settle it. */
function headerBonus(text: string): number {
  const cells = text.slice(0, 2_000).split(/[\r\n,;\t|"#]/);
  const named = cells.filter((cell) => /[^\0-\u007f]/.test(cell) && isColumnName(cell.trim()));
  return Math.min(2, named.length);
}
