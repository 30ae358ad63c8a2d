/** What the pages of browser mode say that are shown before anybody is signed in, in Spanish. */
export const signIn = {
  password: 'Contraseña de este servidor',
  signIn: 'Iniciar sesión',
  wrong: 'La contraseña no es correcta.',
  tooMany: 'Demasiados intentos. Espere un momento e inténtelo de nuevo.',
  closed:
    'No se ha iniciado sesión en esta página. Abra la dirección que Mailstow mostró al iniciarse.',
} as const;
