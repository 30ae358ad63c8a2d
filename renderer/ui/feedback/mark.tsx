import { type ReactElement, useId } from 'react';

/** Mailstow's own sign: a letter going into its box. */
export function Mark({ className }: { readonly className?: string }): ReactElement {
  const ground = useId();
  return (
    <svg className={className} viewBox="0 0 1024 1024" aria-hidden="true">
      <defs>
        <linearGradient id={ground} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#178a87" />
          <stop offset="1" stopColor="#0b5353" />
        </linearGradient>
      </defs>
      <rect x="32" y="32" width="960" height="960" rx="216" fill={`url(#${ground})`} />
      <rect x="232" y="192" width="560" height="440" rx="44" fill="#f6fbfa" />
      <path
        d="M268 240 512 440 756 240"
        fill="none"
        stroke="#0f6b6b"
        strokeWidth="52"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M160 552Q160 520 192 520H336Q368 520 380 550 400 604 456 604H568Q624 604 644 550 656 520 688 520H832Q864 520 864 552V752Q864 840 776 840H248Q160 840 160 752Z"
        fill="#9be0d8"
      />
    </svg>
  );
}
