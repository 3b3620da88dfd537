CREATE TABLE `__new_letterhead` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`region_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`format` text NOT NULL,
	`file_id` integer NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_letterhead`("id", "region_id", "organisation_id", "format", "file_id", "author_id", "created_at", "used_at", "removed_at") SELECT h."id", t."region_id", t."organisation_id", h."format", h."file_id", h."author_id", h."created_at", h."created_at", h."removed_at" FROM `letterhead` h JOIN `letter_template` t ON t."id" = h."template_id";--> statement-breakpoint
DROP TABLE `letterhead`;--> statement-breakpoint
ALTER TABLE `__new_letterhead` RENAME TO `letterhead`;--> statement-breakpoint
CREATE INDEX `letterhead_owner` ON `letterhead` (`region_id`,`organisation_id`);
