import { Migration } from '@mikro-orm/migrations';

export class Migration20261126015450_accounts extends Migration {

  override name = 'Migration20261126015450_accounts';

  override up(): void | Promise<void> {
    this.addSql(`create table "rate_limits" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);
    this.addSql(`create index "rate_limits_expire_index" on "rate_limits" ("expire");`);

    this.addSql(`create table "password_resets" ("id" varchar(64) not null, "user_id" uuid not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "password_resets_user_id_index" on "password_resets" ("user_id");`);
    this.addSql(`create index "password_resets_expires_at_index" on "password_resets" ("expires_at");`);

    this.addSql(`create table "known_addresses" ("user_id" uuid not null, "address" varchar(45) not null, "signed_in_at" timestamptz(3) not null, primary key ("user_id", "address"));`);
    this.addSql(`create index "known_addresses_signed_in_at_index" on "known_addresses" ("signed_in_at");`);

    this.addSql(`create index "albums_title_key_id_index" on "albums" ("title_key", "id");`);

    this.addSql(`create index "favorites_created_at_index" on "favorites" ("created_at");`);

    this.addSql(`alter table "password_resets" add constraint "password_resets_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`);

    this.addSql(`alter table "known_addresses" add constraint "known_addresses_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "rate_limits" cascade;`);
    this.addSql(`drop table if exists "password_resets" cascade;`);
    this.addSql(`drop table if exists "known_addresses" cascade;`);

    this.addSql(`drop index "albums_title_key_id_index";`);

    this.addSql(`drop index "favorites_created_at_index";`);
  }

}
