import { Migration } from '@mikro-orm/migrations';

export class Migration20261126052622_queue extends Migration {

  override name = 'Migration20261126052622_queue';

  override up(): void | Promise<void> {
    this.addSql(`create table "queues" ("user_id" uuid not null, "track_ids" uuid[] not null, "added" smallint[] not null, "position" smallint not null, "position_ms" int not null, "repeat" text not null, "seed" bigint null, "source" jsonb null, "rest" jsonb null, "device_id" uuid not null, "device_name" varchar(100) not null, "revision" int not null, "changed_at" bigint not null, "updated_at" timestamptz(3) not null, primary key ("user_id"));`);

    this.addSql(`alter table "tracks" add "shuffle_key" int not null default floor(random() * 1048576)::integer;`);
    this.addSql(`create index "tracks_shuffle_key_index" on "tracks" ("shuffle_key") where removed_at is null;`);

    this.addSql(`alter table "queues" add constraint "queues_user_id_foreign" foreign key ("user_id") references "users" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "queues" add constraint "queues_repeat_check" check ("repeat" in ('off', 'all', 'one'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "queues" cascade;`);

    this.addSql(`drop index "tracks_shuffle_key_index";`);
    this.addSql(`alter table "tracks" drop column "shuffle_key";`);
  }

}
