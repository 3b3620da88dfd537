CREATE TABLE `action` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`item_id` integer NOT NULL,
	`text` text NOT NULL,
	`organisation_id` integer,
	`due_on` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_item` ON `action` (`item_id`);--> statement-breakpoint
CREATE TABLE `axis_value` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agenda_id` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`agenda_id`) REFERENCES `agenda`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `axis_value_name` ON `axis_value` (`agenda_id`,`name`);--> statement-breakpoint
CREATE TABLE `goal_decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`goal_version_id` integer NOT NULL,
	`state` text NOT NULL,
	`decided_on` text NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`goal_version_id`) REFERENCES `goal_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_decision_version` ON `goal_decision` (`goal_version_id`);--> statement-breakpoint
CREATE TABLE `import_upload` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`region_id` integer NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`content` blob NOT NULL,
	`author_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_upload_region` ON `import_upload` (`region_id`);--> statement-breakpoint
CREATE TABLE `item_axis_value` (
	`item_id` integer NOT NULL,
	`axis_value_id` integer NOT NULL,
	PRIMARY KEY(`item_id`, `axis_value_id`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`axis_value_id`) REFERENCES `axis_value`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_measure` (
	`item_id` integer PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`rood` real,
	`oranje` real,
	`groen` real,
	`donkergroen` real,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `priority` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agenda_id` integer NOT NULL,
	`school_year` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`agenda_id`) REFERENCES `agenda`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `priority_agenda` ON `priority` (`agenda_id`);--> statement-breakpoint
CREATE TABLE `priority_item` (
	`priority_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	PRIMARY KEY(`priority_id`, `item_id`),
	FOREIGN KEY (`priority_id`) REFERENCES `priority`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `status_measurement` (
	`status_id` integer PRIMARY KEY NOT NULL,
	`value` real NOT NULL,
	`differs_because` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`status_id`) REFERENCES `status`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `agenda` ADD `axis_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `item` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `item` ADD `policy_domains` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `item` ADD `target_date` text;--> statement-breakpoint
ALTER TABLE `item` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `theme` ADD `archived_at` integer;