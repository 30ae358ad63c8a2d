/** Who writes in the demo account: offices, not persons. */
export const office = 'Main Office <office@example.org>';
export const accounts = 'Accounts Team <accounts@example.org>';
export const desk = 'Front Desk <desk@example.org>';
export const building = 'Building Services <building@example.com>';
export const printer = 'Print Shop <orders@example.com>';
export const library = 'City Library <loans@example.net>';
export const warehouse = '=?UTF-8?Q?Lager_S=C3=BCd?= <lager@example.com>';
export const tokyo = '=?UTF-8?B?5p2x5Lqs5LqL5YuZ5omA?= <tokyo@example.org>';
export const newsletter = 'Garden Letter <letter@example.net>';
export const storehouse = '=?KOI8-R?B?88vMwcQ=?= <storehouse@example.net>';
