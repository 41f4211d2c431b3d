import { Migration } from '@mikro-orm/migrations';

export class Migration20261126050015_removed_playlists extends Migration {

  override name = 'Migration20261126050015_removed_playlists';

  override up(): void | Promise<void> {
    this.addSql(`alter table "playlists" add "removed_at" timestamptz(3) null;`);
    this.addSql(`create index "playlists_removed_index" on public.playlists (owner_id, removed_at) where removed_at is not null;`);

    this.addSql(`alter table "playlist_tracks" add "removed_at" timestamptz(3) null;`);
    this.addSql(`create index "playlist_tracks_removed_index" on public.playlist_tracks (playlist_id, removed_at) where removed_at is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "playlist_tracks_removed_index";`);
    this.addSql(`alter table "playlist_tracks" drop column "removed_at";`);

    this.addSql(`drop index "playlists_removed_index";`);
    this.addSql(`alter table "playlists" drop column "removed_at";`);
  }

}
