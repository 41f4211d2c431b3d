import { Migration } from '@mikro-orm/migrations';

export class Migration20261126050309_lists_by_offset extends Migration {

  override name = 'Migration20261126050309_lists_by_offset';

  override up(): void | Promise<void> {
    this.addSql(`drop index "tracks_artist_id_index";`);
    this.addSql(`drop index "tracks_duration_ms_id_index";`);
    this.addSql(`drop index "tracks_genre_id_index";`);
    this.addSql(`drop index "tracks_popular_index";`);
    this.addSql(`drop index "tracks_title_key_id_index";`);
    this.addSql(`create index "tracks_listed_index" on "tracks" ("id") where removed_at is null;`);
    this.addSql(`create index "tracks_artist_id_id_index" on "tracks" ("artist_id", "id");`);
    this.addSql(`create index "tracks_duration_ms_id_index" on "tracks" ("duration_ms", "id") where removed_at is null;`);
    this.addSql(`create index "tracks_genre_id_index" on "tracks" ("genre", "id") where removed_at is null;`);
    this.addSql(`create index "tracks_popular_index" on "tracks" ("play_count", "id") where removed_at is null;`);
    this.addSql(`create index "tracks_title_key_id_index" on "tracks" ("title_key", "id") where removed_at is null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "tracks_listed_index";`);
    this.addSql(`drop index "tracks_artist_id_id_index";`);
    this.addSql(`drop index "tracks_title_key_id_index";`);
    this.addSql(`drop index "tracks_duration_ms_id_index";`);
    this.addSql(`drop index "tracks_genre_id_index";`);
    this.addSql(`drop index "tracks_popular_index";`);
    this.addSql(`create index "tracks_artist_id_index" on "tracks" ("artist_id");`);
    this.addSql(`create index "tracks_title_key_id_index" on "tracks" ("title_key", "id");`);
    this.addSql(`create index "tracks_duration_ms_id_index" on "tracks" ("duration_ms", "id");`);
    this.addSql(`create index "tracks_genre_id_index" on "tracks" ("genre", "id");`);
    this.addSql(`create index "tracks_popular_index" on "tracks" ("play_count", "id");`);
  }

}
