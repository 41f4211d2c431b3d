import { Migration } from '@mikro-orm/migrations';

export class Migration20261126063041_artists_by_likeness extends Migration {

  override name = 'Migration20261126063041_artists_by_likeness';

  override up(): void | Promise<void> {
    this.addSql(`create index "artists_name_key_trigrams" on public.artists using gin (name_key gin_trgm_ops);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "artists_name_key_trigrams";`);
  }

}
