import { beforeEach } from 'vitest';
import { takeLayout } from './both-layouts.ts';

// Before every hook of the test's own file, which may open archives already. Vitest runs this anew for each file, also
// where files share their modules.
beforeEach(({ task }) => takeLayout(task.name));
