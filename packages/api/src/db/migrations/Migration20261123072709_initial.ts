import { Migration } from '@mikro-orm/migrations';

export class Migration20261123072709_initial extends Migration {

  override name = 'Migration20261123072709_initial';

  override up(): void | Promise<void> {
    this.addSql(`create extension if not exists pg_trgm;`);
    this.addSql(`create extension if not exists unaccent;`);

    this.addSql(`create table "artists" ("id" uuid not null, "created_at" timestamptz(3) not null, "name" varchar(500) not null, "name_key" text collate "C" not null, primary key ("id"));`);
    this.addSql(`alter table "artists" add constraint "artists_name_key_unique" unique ("name_key");`);

    this.addSql(`create table "albums" ("id" uuid not null, "created_at" timestamptz(3) not null, "title" varchar(500) not null, "title_key" text collate "C" not null, "artist_id" uuid not null, "year" smallint null, "cover_id" uuid null, "cover_sha256" varchar(64) null, primary key ("id"));`);
    this.addSql(`alter table "albums" add constraint "albums_artist_id_title_key_unique" unique ("artist_id", "title_key");`);

    this.addSql(`create table "tracks" ("id" uuid not null, "created_at" timestamptz(3) not null, "title" varchar(500) not null, "title_key" text collate "C" not null, "artist_id" uuid not null, "album_id" uuid null, "genre" varchar(100) null, "year" smallint null, "track_number" smallint null, "disc_number" smallint null, "duration_ms" int not null, "content_type" varchar(50) not null, "size_bytes" bigint not null, "sha256" varchar(64) not null, "codec" varchar(100) not null, "bitrate" int null, "object_key" varchar(200) not null, "cover_id" uuid null, "search_text" text not null, "play_count" int not null default 0, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "tracks_artist_id_index" on "tracks" ("artist_id");`);
    this.addSql(`create index "tracks_album_id_index" on "tracks" ("album_id");`);
    this.addSql(`create index "tracks_year_index" on "tracks" ("year");`);
    this.addSql(`alter table "tracks" add constraint "tracks_sha256_unique" unique ("sha256");`);
    this.addSql(`create index "tracks_title_key_id_index" on "tracks" ("title_key", "id");`);
    this.addSql(`create index "tracks_duration_ms_id_index" on "tracks" ("duration_ms", "id");`);
    this.addSql(`create index "tracks_genre_id_index" on "tracks" ("genre", "id");`);
    this.addSql(`create index "tracks_popular_index" on "tracks" ("play_count", "id");`);
    this.addSql(`create index "tracks_search_text_index" on public.tracks using gin (search_text gin_trgm_ops);`);

    this.addSql(`create table "users" ("id" uuid not null, "created_at" timestamptz(3) not null, "email" varchar(254) not null, "email_key" varchar(254) not null, "password_hash" varchar(255) not null, "nickname" varchar(40) not null, "role" text not null, "locale" varchar(35) null, "avatar_id" uuid null, "disabled_at" timestamptz(3) null, "last_seen_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`alter table "users" add constraint "users_email_key_unique" unique ("email_key");`);
    this.addSql(`alter table "users" add constraint "users_role_check" check ("role" in ('listener', 'admin'));`);

    this.addSql(`create table "uploads" ("id" uuid not null, "created_at" timestamptz(3) not null, "user_id" uuid null, "kind" text not null, "state" text not null, "upload_key" varchar(200) not null, "copy_keys" text[] not null default '{}', "cover_id" uuid not null, "filename" varchar(500) not null, "content_type" varchar(50) not null, "size_bytes" bigint not null, "sha256" varchar(64) null, "expires_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "uploads_state_expires_at_index" on "uploads" ("state", "expires_at");`);
    this.addSql(`create index "uploads_user_id_state_index" on "uploads" ("user_id", "state");`);
    this.addSql(`alter table "uploads" add constraint "uploads_kind_check" check ("kind" in ('audio', 'cover', 'avatar'));`);
    this.addSql(`alter table "uploads" add constraint "uploads_state_check" check ("state" in ('open', 'used', 'discarded'));`);

    this.addSql(`create table "sessions" ("id" varchar(64) not null, "user_id" uuid not null, "kind" text not null, "sign_in_id" uuid not null, "device_name" varchar(100) null, "user_agent" varchar(300) null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "spent_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "sessions_user_id_index" on "sessions" ("user_id");`);
    this.addSql(`create index "sessions_sign_in_id_index" on "sessions" ("sign_in_id");`);
    this.addSql(`create index "sessions_expires_at_index" on "sessions" ("expires_at");`);
    this.addSql(`create unique index "sessions_live_unique" on public.sessions (sign_in_id) where spent_at is null;`);
    this.addSql(`alter table "sessions" add constraint "sessions_kind_check" check ("kind" in ('browser', 'device'));`);

    this.addSql(`create table "playlists" ("id" uuid not null, "created_at" timestamptz(3) not null, "owner_id" uuid not null, "name" varchar(100) not null, "description" varchar(2000) null, "is_public" boolean not null default false, "slug" varchar(40) null, "updated_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "playlists_owner_id_index" on "playlists" ("owner_id");`);
    this.addSql(`alter table "playlists" add constraint "playlists_slug_unique" unique ("slug");`);

    this.addSql(`create table "playlist_tracks" ("id" uuid not null, "created_at" timestamptz(3) not null, "playlist_id" uuid not null, "track_id" uuid not null, "position" bigint not null, primary key ("id"));`);
    this.addSql(`create index "playlist_tracks_track_id_index" on "playlist_tracks" ("track_id");`);
    this.addSql(`alter table "playlist_tracks" add constraint "playlist_tracks_playlist_id_position_unique" unique ("playlist_id", "position") deferrable initially deferred;`);

    this.addSql(`create table "plays" ("id" uuid not null, "user_id" uuid not null, "track_id" uuid not null, "played_at" timestamptz(3) not null, "position_ms" int not null default 0, "listened_ms" int not null default 0, "completed" boolean not null default false, "source_kind" text null, "source_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "plays_track_id_index" on "plays" ("track_id");`);
    this.addSql(`create index "plays_user_id_id_index" on "plays" ("user_id", "id");`);
    this.addSql(`create index "plays_user_id_track_id_id_index" on "plays" ("user_id", "track_id", "id");`);
    this.addSql(`alter table "plays" add constraint "plays_source_kind_check" check ("source_kind" in ('album', 'playlist', 'search', 'favorites', 'history', 'radio', 'queue'));`);

    this.addSql(`create table "favorites" ("user_id" uuid not null, "track_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("user_id", "track_id"));`);
    this.addSql(`create index "favorites_track_id_index" on "favorites" ("track_id");`);
    this.addSql(`create index "favorites_user_id_created_at_index" on "favorites" ("user_id", "created_at");`);

    this.addSql(`alter table "albums" add constraint "albums_artist_id_foreign" foreign key ("artist_id") references "artists" ("id");`);

    this.addSql(`alter table "tracks" add constraint "tracks_artist_id_foreign" foreign key ("artist_id") references "artists" ("id");`);
    this.addSql(`alter table "tracks" add constraint "tracks_album_id_foreign" foreign key ("album_id") references "albums" ("id") on delete set null;`);

    this.addSql(`alter table "uploads" add constraint "uploads_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete set null;`);

    this.addSql(`alter table "sessions" add constraint "sessions_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "playlists" add constraint "playlists_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "playlist_tracks" add constraint "playlist_tracks_playlist_id_foreign" foreign key ("playlist_id") references "playlists" ("id") on delete cascade;`);
    this.addSql(`alter table "playlist_tracks" add constraint "playlist_tracks_track_id_foreign" foreign key ("track_id") references "tracks" ("id") on delete cascade;`);

    this.addSql(`alter table "plays" add constraint "plays_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`);
    this.addSql(`alter table "plays" add constraint "plays_track_id_foreign" foreign key ("track_id") references "tracks" ("id") on delete cascade;`);

    this.addSql(`alter table "favorites" add constraint "favorites_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "favorites" add constraint "favorites_track_id_foreign" foreign key ("track_id") references "tracks" ("id") on update cascade on delete cascade;`);
  }

}
