/** What the pages of browser mode say that are shown before anybody is signed in, in Spanish. */
export const signIn = {
  password: 'Contraseña de este servidor',
  signIn: 'Iniciar sesión',
  wrong: 'La contraseña no es correcta.',
  tooMany: 'Demasiados intentos. Espere un momento e inténtelo de nuevo.',
  closed:
    'No ha iniciado sesión. Para obtener un enlace nuevo, vuelva a ejecutar el comando con el que se inició Mailstow (npm start, npm run web o mailstow serve). No hace falta detenerlo antes.',
} as const;
