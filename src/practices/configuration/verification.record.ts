// The verification: does what is recorded exist, and is what exists recorded? Every difference is decided by somebody.
import { define } from '../../kernel/record.ts';
import { integrator, keepers, managers, note, why } from './scopes.ts';
import { verificationFields } from './verification.fields.ts';
import { verificationRefusals } from './verification.refusals.ts';

export const decisionOptions = {
  corrected: { en: 'Correct the record', nl: 'Registratie verbeteren', de: 'Erfassung berichtigen' },
  accepted: { en: 'Accept', nl: 'Accepteren', de: 'Annehmen' },
  raised: { en: 'Raise for a change', nl: 'Wijziging aanvragen', de: 'Änderung veranlassen' },
} as const;

export const verification = define({
  name: 'verification',
  plural: 'verifications',
  practice: 'configuration',
  level: 'tactical',
  prefix: 'VER',
  label: { en: 'Verification', nl: 'Verificatie', de: 'Verifizierung' },
  plural_label: { en: 'Verifications', nl: 'Verificaties', de: 'Verifizierungen' },
  means: {
    en: 'A check of the records against what is there. Every difference is decided: correct, accept or raise.',
    nl: 'Een controle van de registratie tegen wat er is. Over elk verschil wordt beslist: verbeteren, accepteren of aankaarten.',
    de: 'Eine Prüfung der Erfassung gegen das Vorhandene. Über jede Abweichung wird entschieden: berichtigen, annehmen oder veranlassen.',
  },
  title: 'name',
  initial: 'gathering',
  fields: verificationFields,
  states: {
    gathering: { label: { en: 'Gathering', nl: 'Verzamelen', de: 'Erhebung' }, tone: 'info' },
    deciding: { label: { en: 'To be decided', nl: 'Te beslissen', de: 'Zu entscheiden' }, tone: 'warn' },
    closed: { label: { en: 'Closed', nl: 'Afgesloten', de: 'Abgeschlossen' }, tone: 'good', ends: true },
    cancelled: { label: { en: 'Cancelled', nl: 'Geannuleerd', de: 'Abgebrochen' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      label: { en: 'New verification', nl: 'Nieuwe verificatie', de: 'Neue Verifizierung' },
      fact: 'opened',
      tells: { en: 'began this verification', nl: 'is met deze verificatie begonnen', de: 'hat diese Verifizierung begonnen' },
      opens: true,
      needs: ['name'],
      takes: ['description', 'types', 'owners', 'services', 'items'],
      may: keepers,
    },
    find: {
      label: { en: 'Record what was found', nl: 'Vastleggen wat gevonden is', de: 'Gefundenes erfassen' },
      fact: 'found',
      tells: {
        en: 'recorded what was found: {found} listed, {seen} confirmed by hand',
        nl: 'legde vast wat gevonden is: {found} op een lijst, {seen} met de hand bevestigd',
        de: 'erfasste das Gefundene: {found} gelistet, {seen} von Hand bestätigt',
      },
      from: ['gathering'],
      takes: ['found', 'seen'],
      input: { note },
      may: keepers,
      prominent: 2,
    },
    compare: {
      label: { en: 'Compare', nl: 'Vergelijken', de: 'Vergleichen' },
      fact: 'compared',
      tells: {
        en: 'compared {checked} items: {differences} differences',
        nl: 'vergeleek {checked} items: {differences} verschillen',
        de: 'verglich {checked} Elemente: {differences} Abweichungen',
      },
      from: ['gathering'],
      to: 'deciding',
      may: keepers,
      prominent: 1,
    },
    decide: {
      label: { en: 'Decide', nl: 'Beslissen', de: 'Entscheiden' },
      fact: 'decided',
      tells: {
        en: 'decided about {difference}: {decision}',
        nl: 'besliste over {difference}: {decision}',
        de: 'entschied über {difference}: {decision}',
      },
      from: ['deciding'],
      needs: ['difference', 'decision'],
      input: {
        difference: {
          kind: 'text',
          label: { en: 'Difference', nl: 'Verschil', de: 'Abweichung' },
          means: { en: 'Its id in the list of differences.', nl: 'Het id in de lijst van verschillen.', de: 'Seine id in der Liste der Abweichungen.' },
        },
        decision: { kind: 'choice', options: decisionOptions, label: { en: 'Decision', nl: 'Beslissing', de: 'Entscheidung' } },
        reason: why,
      },
      may: keepers,
      silent: true,
    },
    close: {
      label: { en: 'Close', nl: 'Afsluiten', de: 'Abschließen' },
      fact: 'closed',
      tells: { en: 'closed this verification', nl: 'heeft deze verificatie afgesloten', de: 'hat diese Verifizierung abgeschlossen' },
      from: ['deciding'],
      to: 'closed',
      final: true,
      input: { note },
      may: keepers,
      prominent: 1,
    },
    cancel: {
      label: { en: 'Cancel', nl: 'Annuleren', de: 'Abbrechen' },
      fact: 'cancelled',
      tells: { en: 'cancelled this verification', nl: 'heeft deze verificatie geannuleerd', de: 'hat diese Verifizierung abgebrochen' },
      from: ['gathering', 'deciding'],
      to: 'cancelled',
      final: true,
      input: { note: why },
      may: managers,
    },
    note: {
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      fact: 'noted',
      tells: { en: 'wrote a note', nl: 'heeft een notitie geschreven', de: 'hat eine Notiz geschrieben' },
      from: ['gathering', 'deciding', 'closed', 'cancelled'],
      needs: ['note'],
      input: { note },
      may: keepers,
      key: 'n',
    },
  },
  see: integrator,
  refusals: verificationRefusals,
});
