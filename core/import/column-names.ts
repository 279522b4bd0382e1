import { exportColumns } from '../export/csv.ts';
import type { ImportTarget } from './import-table.ts';

// What people and vendors call the columns. Data; compared by `plainName`, the surest of a list first. The languages are
// English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Polish and Japanese; the vendors Genetec, Lenel
// OnGuard (READERID, PANELID, READERDESC), C•CURE, Verkada, Milestone, Gallagher, Brivo, Openpath/Avigilon Alta (Entry),
// Kantech, AMAG (Chain, Node), HID and Mercury (SCP, ACR).

const plainLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ß: 'ss', æ: 'ae' };

const words = (text: string): readonly string[] => text.trim().split(/\s+/).map(plainName);

const readerIds = words(`
  deviceid readerid cardreaderid readerguid readeruuid readernumber readerno readernr readeraddress acrid acrnumber
  accesspointid entryid doorid portalid
  leserid lesernummer lesernr kartenleserid ausweisleserid turid tuerid turnummer tuernummer
  idlecteur idlecteurs lecteurid iddulecteur numerolecteur numerodulecteur nlecteur nolecteur identifiantlecteur
  identifiantdulecteur idporte
  idlector lectorid iddellector numerolector numerodelector nlector identificadordellector idpuerta
  idlettore lettoreid numerolettore nlettore identificativolettore idporta idvarco
  lezerid lezernummer idlezer kaartlezerid deurid
  idleitor leitorid iddoleitor numeroleitor numerodoleitor identificadordoleitor
  lasarid lasarnummer lasarnr kortlasarid dorrid
  idczytnika czytnikid numerczytnika nrczytnika iddrzwi
  リーダーid リーダid カードリーダーid カードリーダid 読取機id リーダー番号 リーダ番号 扉id ドアid
`);

const anyIds = words(`
  id uniqueid uid guid uuid identifier logicalid logicaldeviceid objectid entityid deviceguid hardwareid externalid
  componentid key nodeid resourceid serialnumber serialno serial macaddress address code number no nr
  gerateid geraeteid geratenummer geraetenummer seriennummer kennung kennnummer nummer adresse
  identifiant numerodeserie numero reference
  identificador iddispositivo iddeldispositivo numerodeserie codigo
  identificativo iddeldispositivo matricola numerodiserie codice
  apparaatid serienummer
  iddodispositivo numerodeserie
  enhetsid enhet
  identyfikator idurzadzenia numerseryjny numer kod
  デバイスid 機器id 装置id 端末id 識別子 識別番号 番号 シリアル番号 コード
`);

const readerNames = words(`
  devicename readername cardreadername readerdescription readerdesc readerlabel acrname reader cardreader
  accesspointname accesspoint entryname entry doorname door portalname portal
  lesername leserbezeichnung kartenleser ausweisleser leser turname tuername turbezeichnung tur tuer
  nomlecteur nomdulecteur lecteur nomporte nomdelaporte porte
  nombrelector nombredellector nombredelector lector nombrepuerta nombredelapuerta puerta
  nomelettore nomedellettore lettore nomeporta porta varco
  lezernaam kaartlezer lezer deurnaam deur
  nomeleitor nomedoleitor leitor nomedaporta
  lasarnamn kortlasare lasare dorrnamn dorr
  nazwaczytnika czytnik nazwadrzwi drzwi przejscie
  リーダー名 リーダ名 リーダー名称 カードリーダー名 カードリーダ名 リーダー リーダ 扉名 ドア名 扉 ドア
`);

const anyNames = words(`
  name displayname fullname friendlyname commonname shortname entityname objectname label title description desc alias
  bezeichnung beschreibung geratename geraetename anzeigename
  nom libelle designation intitule
  nombre denominacion etiqueta descripcion
  nome denominazione etichetta descrizione
  naam omschrijving beschrijving benaming
  descricao designacao etiquetas
  namn benamning beskrivning
  nazwa opis
  名前 名称 氏名 表示名 説明 機器名 デバイス名 端末名
`);

const cameraIds = words(`
  cameraid cameraguid camerauuid cameranumber camerano cameranr channelid streamid deviceid
  kameraid kameranummer kameranr idcamera idcamara numerocamera numerocamara cameraid camaraid idkamery numerkamery
  カメラid カメラ番号
`);

const cameraNames = words(`
  cameraname camera cameradescription cameralabel channelname devicename
  kameraname kamera kamerabezeichnung nomcamera nomdelacamera nombrecamara nombredelacamara camara nomecamera
  nomedellacamera telecamera nometelecamera cameranaam nomedacamera kameranamn nazwakamery
  カメラ名 カメラ
`);

const sites = words(`
  site sitename location building campus area zone facility premises
  standort gebaude gebaeude liegenschaft ort bereich
  emplacement lieu batiment sitio ubicacion edificio sede zona sito posizione locatie gebouw vestiging
  local localizacao predio unidade plats byggnad anlaggning lokalizacja budynek obiekt miejsce
  サイト 場所 建物 拠点 設置場所
`);

/** The device a reader hangs on: a reader's number often begins anew on each. */
const parents = words(`
  panelid panelguid panel panelnumber panelno controllerid controller controllernumber controllerno scpid scp acuid acu
  chain node boardid board interfaceid hubid hub gatewayid gateway clusterid masterid unitid unit siteid
  zentraleid zentrale steuerung steuerungid anlage anlagenid idcentrale centrale uniteid idcentral central
  idcentralina centralina centraleid regelaar controleur idcontrolador controlador centralid undercentral
  idkontrolera kontroler centrala パネルid パネル 制御盤 コントローラー コントローラ
`);

interface ColumnNames {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly site: readonly string[];
  readonly parent: readonly string[];
}

export const columnNames: Readonly<Record<ImportTarget, ColumnNames>> = {
  readers: { id: [...readerIds, ...anyIds], name: [...readerNames, ...anyNames], site: sites, parent: parents },
  cameras: { id: [...cameraIds, ...anyIds], name: [...cameraNames, ...anyNames], site: sites, parent: parents },
};

const own: readonly string[] = Object.values(exportColumns);
const known: ReadonlySet<string> = new Set(
  Object.values(columnNames).flatMap(({ id, name, site, parent }) => [...id, ...name, ...site, ...parent]),
);

/** Whether a cell reads like a column's name. */
export function isColumnName(cell: string): boolean {
  return own.includes(cell) || known.has(columnKey(cell));
}

const ids: ReadonlySet<string> = new Set([...readerIds, ...cameraIds, ...anyIds]);
const names: ReadonlySet<string> = new Set([...readerNames, ...cameraNames, ...anyNames]);

/** What kind of column a name is for: known ones, and those that end in a word for it, such as `Point ID`. */
export function columnKind(cell: string): 'id' | 'name' | 'other' | null {
  const key = columnKey(cell);
  if (cell === exportColumns.id || ids.has(key)) return 'id';
  if (cell === exportColumns.name || names.has(key)) return 'name';
  if (known.has(key)) return 'other';
  const last = lastWord.exec(cell.trim().replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))?.[1]?.toLowerCase() ?? '';
  if (idWords.has(last)) return 'id';
  return nameWords.has(last) ? 'name' : null;
}

const lastWord = /[\s_.-](\p{L}+)\d{0,2}$/u;
const idWords = new Set('id guid uuid key'.split(' '));
const nameWords = new Set('name description label bezeichnung'.split(' '));

/**
 * A column's plain name as it is looked up. Reporting programs number the names they give (`Reader_Name1`), and JSON has
 * names within names (`attributes.name`).
 */
export function columnKey(header: string): string {
  const plain = plainName(header);
  if (known.has(plain)) return plain;
  const within = plainName(header.slice(header.lastIndexOf('.') + 1));
  if (header.includes('.') && known.has(within)) return within;
  const unnumbered = plain.replace(/(?<=id|name|number|nr|guid|desc|description|label)\d{1,2}$/, '');
  return known.has(unnumbered) ? unnumbered : plain;
}

/** A column's name without case, accents, spaces and signs: `Geräte-ID` and `gerate id` are one. */
export function plainName(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøßæ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .normalize('NFC');
}
