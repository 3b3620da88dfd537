CREATE TABLE `abbreviation` (
	`region_id` integer NOT NULL,
	`short` text NOT NULL,
	`meaning` text NOT NULL,
	PRIMARY KEY(`region_id`, `short`),
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `letter` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`fields` text DEFAULT '{}' NOT NULL,
	`local_text` text DEFAULT '' NOT NULL,
	`weights` text DEFAULT '{}' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`treatment` text DEFAULT 'information' NOT NULL,
	`due_on` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_once` ON `letter` (`adoption_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `letter_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`formats` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`made` integer DEFAULT 0 NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`file_id` integer,
	`author_id` integer,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_run_adoption` ON `letter_run` (`adoption_id`);--> statement-breakpoint
CREATE TABLE `letter_step` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`letter_id` integer NOT NULL,
	`state` text NOT NULL,
	`on` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`sent` text,
	`author_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letter`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_step_letter` ON `letter_step` (`letter_id`);--> statement-breakpoint
CREATE TABLE `letter_template` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`region_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`sections` text NOT NULL,
	`fields` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_template_once` ON `letter_template` (`region_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `letterhead` (
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
CREATE INDEX `letterhead_owner` ON `letterhead` (`region_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `former_membership` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`region_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`role` text NOT NULL,
	`ended_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `former_membership_once` ON `former_membership` (`user_id`,`region_id`,`organisation_id`,`role`);--> statement-breakpoint
CREATE INDEX `former_membership_region` ON `former_membership` (`region_id`);--> statement-breakpoint
CREATE TABLE `external_identity` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`provider_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`provider_id`) REFERENCES `identity_provider`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_identity_user` ON `external_identity` (`user_id`);--> statement-breakpoint
CREATE TABLE `identity_provider` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`issuer` text NOT NULL,
	`client_id` text NOT NULL,
	`secret` text NOT NULL,
	`auth_method` text NOT NULL,
	`email_domains` text DEFAULT '[]' NOT NULL,
	`required_acr` text DEFAULT '' NOT NULL,
	`active` integer DEFAULT false NOT NULL,
	`obligatory` integer DEFAULT false NOT NULL,
	`tested_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_provider_organisation_id_unique` ON `identity_provider` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `oidc_attempt` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`provider_id` integer NOT NULL,
	`kind` text NOT NULL,
	`user_id` integer,
	`nonce` text NOT NULL,
	`code_verifier` text NOT NULL,
	`return_to` text DEFAULT '/' NOT NULL,
	`used_at` integer,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `identity_provider`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pending_sign_in` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pending_sign_in_user` ON `pending_sign_in` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`user_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `code_hash`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_factor` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`last_step` integer,
	`confirmed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `password_link` ADD `purpose` text DEFAULT 'invitation' NOT NULL;--> statement-breakpoint
CREATE INDEX `password_link_user` ON `password_link` (`user_id`);--> statement-breakpoint
ALTER TABLE `region` ADD `second_factor_for_all` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `method` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `second_factor_at` integer;--> statement-breakpoint
ALTER TABLE `session` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `session` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `session` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `deactivated_at` integer;--> statement-breakpoint
ALTER TABLE `audit` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `hash` text;--> statement-breakpoint
CREATE INDEX `audit_region` ON `audit` (`region_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`,`id`);