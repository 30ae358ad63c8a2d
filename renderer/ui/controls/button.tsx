import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './button.css';

export interface ButtonLook {
  /** One primary button a screen: what to do next. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Small in bars and rows, large on the first screen and at a moment. */
  readonly size?: 'small' | 'normal' | 'large';
}

interface Props extends ButtonLook {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  /** Id of the form that it submits, where it stands outside of it. */
  readonly form?: string;
  readonly disabled?: boolean;
  /** Shows that the work it started goes on; it stays in place and takes no second press. */
  readonly busy?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-expanded'?: boolean;
  onClick?(): void;
}

export function Button(props: Props): ReactElement {
  const { kind, size, children, icon, disabled = false, busy = false, onClick, ...rest } = props;
  return (
    <AriaButton
      type="button"
      className={buttonClass({ kind, size })}
      isDisabled={disabled}
      data-pending={busy || undefined}
      onPress={() => {
        if (!busy) onClick?.();
      }}
      {...(busy ? { 'aria-disabled': true } : {})}
      {...rest}
    >
      {icon !== undefined && <Icon name={icon} small />}
      {children}
    </AriaButton>
  );
}

export function buttonClass({ kind = 'plain', size = 'normal' }: Loose<ButtonLook>): string {
  return `button button-${kind} button-${size}`;
}

type Loose<Look> = { readonly [Key in keyof Look]?: Look[Key] | undefined };
