import { type ReactElement, type ReactNode, useState } from 'react';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { tell } from '../../parts/toasts.tsx';
import { Years } from '../../parts/years.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Check, Toggle } from '../../ui/controls/check.tsx';
import { Choices } from '../../ui/controls/choices.tsx';
import { CountInput } from '../../ui/controls/count-input.tsx';
import { DateInput } from '../../ui/controls/date-input.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Menu } from '../../ui/controls/menu.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Seal, type Standing } from '../../ui/feedback/seal.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { Page } from '../../ui/layout/page.tsx';

const standings: readonly Standing[] = ['safe', 'working', 'needs', 'never'];
const kinds = ['primary', 'plain', 'quiet', 'danger'] as const;
const options = ['system', 'light', 'dark'].map(value => ({ value, label: value }));
const years = Array.from({ length: 20 }, (_, index) => ({
  year: 2005 + index,
  messages: 200 + ((index * 577) % 900),
}));

/** Every component in every state, for those who build with them; in development alone, and in English alone. */
export function KitPage(): ReactElement {
  const [text, setText] = useState('jana@example.org');
  const [on, setOn] = useState(true);
  const [theme, setTheme] = useState('system');
  const [day, setDay] = useState<number | undefined>(Date.UTC(2025, 5, 18));
  const [asks, setAsks] = useState(false);
  const ask = () => setAsks(true);
  const leave = () => setAsks(false);
  return (
    <Page
      title="Components"
      back={{ name: 'Accounts', go: () => location.assign('#/accounts') }}
      end={<Button icon="add">Add</Button>}
      foot={<Button kind="primary">Continue</Button>}
    >
      <Group title="Seals">
        <div className="row">
          {standings.map(standing => (
            <Seal key={standing} standing={standing} size="large" label={standing} share={0.4} />
          ))}
          <Seal standing="safe" size="moment" label="safe" />
        </div>
      </Group>
      <Group title="Buttons">
        <div className="row">
          {kinds.map(kind => (
            <Button key={kind} kind={kind} onClick={ask}>
              {kind}
            </Button>
          ))}
          <Button disabled>disabled</Button>
          <Button busy>busy</Button>
          <Button size="small" icon="pause">
            small
          </Button>
          <Button size="large" kind="primary">
            large
          </Button>
          <IconButton icon="search" label="Search" shortcut="/" />
          <IconButton icon="up" label="Up" disabled />
          <Menu
            label="More"
            entries={[
              { id: 'a', icon: 'folder', label: 'Show files', onChoose: ask },
              { id: 'b', icon: 'trash', label: 'Remove…', danger: true, onChoose: ask },
            ]}
          />
          <Button onClick={() => tell('It was done.')}>toast</Button>
        </div>
      </Group>
      <Group title="Fields">
        <Field label="Email address" hint="A hint" value={text} onChange={setText} />
        <DateInput label="After" value={day} onChange={setDay} />
        <CountInput label="Days" value={30} least={1} most={3_650} onChange={() => undefined} />
        <Select label="Theme" value={theme} options={options} onChange={setTheme} />
        <Segments label="Theme" value={theme} options={options} onChange={setTheme} />
        <Tabs
          label="Theme"
          chosen={theme}
          tabs={options.map(({ value, label }) => ({ key: value, label }))}
          onChoose={setTheme}
        >
          <p>{theme}</p>
        </Tabs>
        <Check label="A box" hint="A hint" checked={on} onChange={setOn} />
        <Check label="Some of them" checked={false} mixed onChange={setOn} />
        <Toggle label="A switch" hint="A hint" on={on} onChange={setOn} />
      </Group>
      <div className="card">
        <Choices
          label="Place"
          value="documents"
          choices={[
            {
              value: 'documents',
              icon: 'folder',
              title: 'Documents',
              text: '/home/jana/Documents',
              fact: '187 GB free',
            },
            { value: 'disk', icon: 'folder', title: 'Backup disk', text: '/media/backup' },
          ]}
          onChange={() => undefined}
        />
      </div>
      <Group title="Feedback">
        <Notice kind="needs" message="One message could not be read." nextStep="Try again later." />
        <Notice kind="waiting" message="The server asks us to wait until 14:05." />
        <Notice kind="safe" message="Connected." />
        <Notice
          kind="plain"
          message="Good to know."
          details={{ title: 'Technical details', text: 'NO [ALERT] Closed' }}
        />
        <FailureNotice
          failure={{ kind: 'bad-input', message: 'It did not work.', nextStep: 'Try again.' }}
          actions={<Button onClick={ask}>Try again</Button>}
        />
        <Progress label="Half" value={0.5} />
        <Progress label="Still" value={0.3} still />
        <Progress label="Unknown" value={undefined} />
        <Facts facts={['1.2 of 3.4 GB', '4.1 MB a second', 'About 9 minutes left']} />
        <Skeleton />
        <Years years={years} large />
        <Fold title="More choices">
          <p>What only some people want.</p>
        </Fold>
        <Empty icon="inbox" title="Nothing here yet" text="It appears once there is something." />
      </Group>
      <Dialog
        title="Where is it now?"
        open={asks}
        onClose={leave}
        safe={<Button onClick={leave}>Not now</Button>}
        acting={
          <Button kind="primary" onClick={leave}>
            Use this folder
          </Button>
        }
      >
        <p>A question in front of everything else.</p>
      </Dialog>
    </Page>
  );
}

function Group(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="card card-padded stack">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}
