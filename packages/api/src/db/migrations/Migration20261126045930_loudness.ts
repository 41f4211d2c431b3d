import { Migration } from '@mikro-orm/migrations';

export class Migration20261126045930_loudness extends Migration {

  override name = 'Migration20261126045930_loudness';

  override up(): void | Promise<void> {
    this.addSql(`alter table "albums" add "gain_db" real null, add "peak" real null;`);

    this.addSql(`alter table "tracks" add "track_gain_db" real null, add "track_peak" real null, add "album_gain_db" real null, add "album_peak" real null, add "loudness_source" text null;`);
    this.addSql(`alter table "tracks" add constraint "tracks_loudness_source_check" check ("loudness_source" in ('tags', 'measured'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "albums" drop column "gain_db", drop column "peak";`);

    this.addSql(`alter table "tracks" drop constraint "tracks_loudness_source_check";`);
    this.addSql(`alter table "tracks" drop column "track_gain_db", drop column "track_peak", drop column "album_gain_db", drop column "album_peak", drop column "loudness_source";`);
  }

}
