/** Leads to a control that may only now come into sight, and puts the cursor there. */
export function toField(id: string): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  });
}
