// The version of the product, told by --version, the session and the OpenAPI document.
import manifest from '../../package.json' with { type: 'json' };

export const version: string = manifest.version;
