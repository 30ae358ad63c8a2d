/** What the pages of browser mode say that are shown before anybody is signed in, in Spanish. */
export const signIn = {
  password: 'Contraseña de este servidor',
  signIn: 'Iniciar sesión',
  wrong: 'La contraseña no es correcta.',
  tooMany: 'Demasiados intentos. Espere un momento e inténtelo de nuevo.',
  closed:
    'No ha iniciado sesión. Para obtener un enlace nuevo, vuelva a ejecutar el comando con el que se inició Mailstow (npm start, npm run web o mailstow serve). No hace falta detenerlo antes.',
  /** The page in the browser that signing in with a provider ends at. */
  redirectDone: 'Ha iniciado sesión. Puede cerrar esta página y volver a Mailstow.',
  redirectFailed: 'No ha iniciado sesión. Mailstow le dice por qué; puede cerrar esta página.',
  redirectForeign: 'Esta página no pertenece a ningún inicio de sesión en curso. Puede cerrarla.',
} as const;
