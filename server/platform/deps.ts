import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import type { CityProfile } from '#domain/city/profile';
import type { Clock } from './clock.ts';
import type { KeyStore } from './keys.ts';

/** How the product is reached; the defaults suit tests and a laptop. */
export interface HttpSettings {
  readonly isHttps: boolean;
  /** The address that people use, when it is configured. */
  readonly publicUrl?: string | undefined;
  /** Where this process listens, for who has no other address. */
  readonly localUrl?: string | undefined;
  readonly isDevelopment: boolean;
  /** Proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly metricsToken?: string | undefined;
  readonly isStopping: () => boolean;
  /** A public address is set: somebody else may stand between this process and its readers. */
  readonly isPublic?: boolean;
  /** The operator has switched offline use off: browsers give up what they keep of the product. */
  readonly isOfflineOff?: boolean;
}

/** What an operator set as ground below the plan; every part may be missing. */
export interface BaseMapSettings {
  /** Address of pictures with `{z}`, `{x}` and `{y}` in it. */
  readonly rasterUrl?: string | undefined;
  /** Address of a MapLibre style. */
  readonly styleUrl?: string | undefined;
  /** Path of a PMTiles file on this machine. */
  readonly archivePath?: string | undefined;
  /** Shown with the map, beside what the source itself says. */
  readonly attribution?: string | undefined;
}

/** The city's OpenID Connect provider. */
export interface SingleSignOnSettings {
  /** Its address; the settings lie at `/.well-known/openid-configuration` below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people call it. */
  readonly name: string;
}

/** The e-sign service that officials sign with, and what of its answers is believed. */
export interface ESignSettings {
  /** As the public is told: whose signature it is. */
  readonly name: string;
  /** Its address, as the operator has set it: nothing of a request decides where a passphrase goes. */
  readonly url: string;
  readonly signPath: string;
  /** By what the product itself is known to it. */
  readonly user: string;
  readonly password: string;
  /** By what it knows officials. */
  readonly identity: 'nik' | 'email';
  /** Certificates (PEM) that those of officials must lead to. */
  readonly trusted: readonly string[];
  /** A signature elsewhere takes seconds; after this nobody waits for it any more. */
  readonly longestMs: number;
}

/** The gateway for WhatsApp or SMS. */
export interface GatewaySettings {
  /** Where messages go, as the operator has set it. */
  readonly url: string;
  /** What they are signed with: `whsec_` and 24 to 64 bytes in base64. */
  readonly secret: string;
}

/** Ways to reach people beside mail. */
export interface ReachSettings {
  /** Without it nobody is told by telephone. */
  readonly gateway?: GatewaySettings | undefined;
  /** Origins of services that bring messages to browsers; none: nobody is told that way. */
  readonly pushServices: readonly string[];
}

/** What looks after work that takes longer than a request. Nothing depends on its being told: it looks by itself, too. */
export interface JobQueue {
  /** Something was put into the queue. */
  look(): void;
  /** Somebody is about to order a publication. */
  expectPublication(): void;
}

/** What every feature is given. Nothing in here is global; tests pass their own. */
export interface Deps {
  readonly sql: Sql;
  /** Connections for answers at a point alone, as many as there are processors; without them `sql` answers. */
  readonly pointSql?: Sql;
  readonly clock: Clock;
  readonly log: Logger;
  readonly city: CityProfile;
  /** Directory with one PMTiles archive per published version. */
  readonly tilesDirectory: string;
  /** The secrets of this installation. */
  readonly keys: KeyStore;
  /** Where offline packs are kept; without it none are made. */
  readonly dataDirectory?: string;
  /** How long and in how much room files of ITRs are kept; without it nothing is taken away. */
  readonly keepItr?: { readonly days: number; readonly bytes: number };
  readonly http?: HttpSettings;
  readonly baseMap?: BaseMapSettings;
  /** Without it people sign in with a password. */
  readonly singleSignOn?: SingleSignOnSettings | undefined;
  /** Without it officials sign with a key of this installation. */
  readonly eSign?: ESignSettings | undefined;
  /** Without it people are told by mail alone. */
  readonly reach?: ReachSettings | undefined;
  /** Without it work is found when the queue is next looked at. */
  readonly jobs?: JobQueue;
  /** The HTML around every page, when it is not the built one: hot reload has its own. */
  readonly readShell?: (url: string, name: 'index.html' | 'reading.html' | 'console.html') => Promise<string>;
}
