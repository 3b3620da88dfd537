CREATE TABLE `contribution` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`level` text,
	`narrative` text DEFAULT '' NOT NULL,
	`author_id` integer,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `status_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contribution_once` ON `contribution` (`round_id`,`item_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `round_exception` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`until` text NOT NULL,
	`reason` text NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `status_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_exception_round` ON `round_exception` (`round_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`file_id` integer,
	`author_id` integer,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `status_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_status` ON `source` (`round_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `stored_file` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`region_id` integer NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stored_file_region` ON `stored_file` (`region_id`);--> statement-breakpoint
CREATE TABLE `calendar_feed` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feed_token_hash_unique` ON `calendar_feed` (`token_hash`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`key` text PRIMARY KEY NOT NULL,
	`ran_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`region_id` integer,
	`user_id` integer,
	`kind` text NOT NULL,
	`address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`sent_at` integer,
	`claimed_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`problem` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_key_unique` ON `mail` (`key`);--> statement-breakpoint
CREATE INDEX `mail_waiting` ON `mail` (`sent_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `mail_preference` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`wanted` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `accord` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`item_id` integer,
	`organisation_id` integer NOT NULL,
	`stance` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`author_id` integer,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accord_once` ON `accord` (`meeting_id`,`organisation_id`,coalesce(`item_id`, 0));--> statement-breakpoint
CREATE TABLE `amendment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`item_ref` text,
	`part` text NOT NULL,
	`was` text NOT NULL,
	`becomes` text NOT NULL,
	`reason` text NOT NULL,
	`author_id` integer,
	`author_name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `amendment_adoption` ON `amendment` (`adoption_id`);--> statement-breakpoint
CREATE TABLE `board_level` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`round_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`author_id` integer,
	`updated_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `status_round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `board_level_once` ON `board_level` (`round_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`item_id` integer,
	`text` text NOT NULL,
	`organisation_id` integer,
	`due_on` text,
	`state` text NOT NULL,
	`follow_up` text DEFAULT '' NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_meeting` ON `decision` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agenda_id` integer NOT NULL,
	`slug` text NOT NULL,
	`forum` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text,
	`place` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`agenda_id`) REFERENCES `agenda`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_slug_unique` ON `meeting` (`slug`);--> statement-breakpoint
CREATE INDEX `meeting_agenda` ON `meeting` (`agenda_id`);--> statement-breakpoint
CREATE TABLE `meeting_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`item_id` integer,
	`subject` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_item_meeting` ON `meeting_item` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_participant` (
	`meeting_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`standing` text NOT NULL,
	`present` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`meeting_id`, `organisation_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_round` (
	`meeting_id` integer NOT NULL,
	`round_id` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `round_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `status_round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `agenda` ADD `filling_days` integer DEFAULT 21 NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda` ADD `reminder_days` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `status` ADD `not_applicable` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `status` ADD `success` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `status` ADD `lesson` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `status` ADD `expectation` text;--> statement-breakpoint
ALTER TABLE `status` ADD `expectation_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `status` ADD `escalation` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `status` ADD `privacy_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `status_round` ADD `opened_at` integer;--> statement-breakpoint
ALTER TABLE `status_round` ADD `closed_at` integer;
--> statement-breakpoint
CREATE TRIGGER `amendment_no_update` BEFORE UPDATE ON `amendment` BEGIN SELECT RAISE(ABORT, 'a correction is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `amendment_no_delete` BEFORE DELETE ON `amendment` BEGIN SELECT RAISE(ABORT, 'a correction is never changed'); END;
