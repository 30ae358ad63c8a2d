/** Whether a key that is a letter belongs to what the person is writing, or to a question in front of everything. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  const within = target instanceof Element ? target : undefined;
  return within?.closest('input, textarea, [contenteditable], [role="dialog"]') != null;
}
