--liquibase formatted sql

--changeset cell:030-scheduled-tasks
-- db-scheduler's table, as its own documentation gives it for PostgreSQL. An instance names its estate and what it works on, by id.
create table cell.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on cell.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on cell.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on cell.scheduled_tasks to ${prefix}registrar;
--rollback drop table cell.scheduled_tasks;
