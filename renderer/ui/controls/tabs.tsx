import type { ReactElement, ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import './tabs.css';

interface Props<Key extends string> {
  readonly label: string;
  readonly chosen: Key;
  readonly tabs: readonly { readonly key: Key; readonly label: string }[];
  /** What the chosen one shows. */
  readonly children: ReactNode;
  onChoose(key: Key): void;
}

/** Views of one thing, side by side under its answer. */
export function Tabs<Key extends string>(props: Props<Key>): ReactElement {
  const { label, chosen, tabs, children, onChoose } = props;
  return (
    <AriaTabs
      className="tabs"
      selectedKey={chosen}
      onSelectionChange={key => {
        const tab = tabs.find(each => each.key === key);
        if (tab !== undefined) onChoose(tab.key);
      }}
    >
      <TabList className="tabs-list" aria-label={label}>
        {tabs.map(each => (
          <Tab key={each.key} id={each.key} className="tab">
            {each.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map(each => (
        <TabPanel key={each.key} id={each.key} className="tab-panel">
          {each.key === chosen && children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
