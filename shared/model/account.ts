/** How the connection is protected: not at all, upgraded by STARTTLS, or TLS from the first byte. */
export type Security = 'none' | 'starttls' | 'tls';

/** Where an account's mail is and how it is reached; holds no secret. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** PEM file whose certificates are trusted. */
  readonly certificateFile?: string;
  /** Folder of trusted certificates, hashed or plain. */
  readonly certificateFolder?: string;
  /** SHA-256, in lower-case hex, of the one certificate that is trusted whatever else is wrong with it. */
  readonly trustedCertificate?: string;
  /** Milliseconds of silence after which an owed answer counts as missing. */
  readonly timeout: number;
  /** Milliseconds for name lookup, TCP and TLS together. */
  readonly connectTimeout: number;
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
}
