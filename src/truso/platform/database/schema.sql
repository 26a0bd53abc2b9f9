-- What the migrations make of an empty database. Written by script/snapshot, loaded by schema.py.
set local search_path = '';
set local check_function_bodies = off;
set local client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.truso_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if tg_op = 'UPDATE' and to_jsonb(old) - string_to_array(tg_argv[0], ',') = to_jsonb(new) - string_to_array(tg_argv[0], ',') then
        return new;
    end if;
    raise exception '% only grows: correct it by a reversal', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
CREATE FUNCTION public.truso_audit_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    personal text[] := string_to_array(tg_argv[0], ',');
    ignored text[] := string_to_array(tg_argv[1], ',');
    person_column text := nullif(tg_argv[2], '');
    key_column text := tg_argv[3];
    actor jsonb := coalesce(nullif(current_setting('truso.actor', true), ''), '{"label": "system"}')::jsonb;
begin
    with images as materialized (
        select to_jsonb(old_rows) as b, null::jsonb as a from old_rows
    ), parted as materialized (
        select gen_random_uuid() as uid, gen_random_uuid() as salt, coalesce(b, a) ->> key_column as key,
               (coalesce(a, b) ->> person_column)::bigint as person, public, private
        from images, lateral (
            select jsonb_object_agg(name, pair) filter (where not name = any(personal)) as public,
                   jsonb_object_agg(name, pair) filter (where name = any(personal)) as private
            from (select name, jsonb_build_array(b -> name, a -> name) from jsonb_object_keys(coalesce(a, b)) as name where (b -> name) is distinct from (a -> name) and coalesce(b -> name, a -> name) is not null) as change(name, pair) where not name = any(ignored)
        ) as split where public is not null or private is not null
    ), kept as (
        insert into audit_auditpersonalvalue (entry_uid, person_id, salt, "values")
        select uid, person, salt, private from parted where private is not null
    )
    insert into audit_auditentry (uid, transaction, at, "table", "row", action, actor, changes)
    select uid, txid_current(), clock_timestamp(), tg_table_name, key, 'delete', actor,
           case when private is null then public
                else coalesce(public, '{}') || jsonb_build_object('~personal', jsonb_build_object(
                     'columns', (select jsonb_agg(name order by name) from jsonb_object_keys(private) as name),
                     'digest', encode(sha256(convert_to(salt::text || private::text, 'UTF8')), 'hex'))) end
    from parted;
    return null;
end $$;
CREATE FUNCTION public.truso_audit_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    personal text[] := string_to_array(tg_argv[0], ',');
    ignored text[] := string_to_array(tg_argv[1], ',');
    person_column text := nullif(tg_argv[2], '');
    key_column text := tg_argv[3];
    actor jsonb := coalesce(nullif(current_setting('truso.actor', true), ''), '{"label": "system"}')::jsonb;
begin
    with images as materialized (
        select null::jsonb as b, to_jsonb(new_rows) as a from new_rows
    ), parted as materialized (
        select gen_random_uuid() as uid, gen_random_uuid() as salt, coalesce(b, a) ->> key_column as key,
               (coalesce(a, b) ->> person_column)::bigint as person, public, private
        from images, lateral (
            select jsonb_object_agg(name, pair) filter (where not name = any(personal)) as public,
                   jsonb_object_agg(name, pair) filter (where name = any(personal)) as private
            from (select key, jsonb_build_array(null, value) from jsonb_each(a) where value <> 'null') as change(name, pair) where not name = any(ignored)
        ) as split where public is not null or private is not null
    ), kept as (
        insert into audit_auditpersonalvalue (entry_uid, person_id, salt, "values")
        select uid, person, salt, private from parted where private is not null
    )
    insert into audit_auditentry (uid, transaction, at, "table", "row", action, actor, changes)
    select uid, txid_current(), clock_timestamp(), tg_table_name, key, 'insert', actor,
           case when private is null then public
                else coalesce(public, '{}') || jsonb_build_object('~personal', jsonb_build_object(
                     'columns', (select jsonb_agg(name order by name) from jsonb_object_keys(private) as name),
                     'digest', encode(sha256(convert_to(salt::text || private::text, 'UTF8')), 'hex'))) end
    from parted;
    return null;
end $$;
CREATE FUNCTION public.truso_audit_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    personal text[] := string_to_array(tg_argv[0], ',');
    ignored text[] := string_to_array(tg_argv[1], ',');
    person_column text := nullif(tg_argv[2], '');
    key_column text := tg_argv[3];
    actor jsonb := coalesce(nullif(current_setting('truso.actor', true), ''), '{"label": "system"}')::jsonb;
begin
    with images as materialized (
        select o.b, n.a from (select to_jsonb(old_rows) as b from old_rows) o join (select to_jsonb(new_rows) as a from new_rows) n on o.b ->> key_column = n.a ->> key_column
    ), parted as materialized (
        select gen_random_uuid() as uid, gen_random_uuid() as salt, coalesce(b, a) ->> key_column as key,
               (coalesce(a, b) ->> person_column)::bigint as person, public, private
        from images, lateral (
            select jsonb_object_agg(name, pair) filter (where not name = any(personal)) as public,
                   jsonb_object_agg(name, pair) filter (where name = any(personal)) as private
            from (select name, jsonb_build_array(b -> name, a -> name) from jsonb_object_keys(coalesce(a, b)) as name where (b -> name) is distinct from (a -> name) and coalesce(b -> name, a -> name) is not null) as change(name, pair) where not name = any(ignored)
        ) as split where public is not null or private is not null
    ), kept as (
        insert into audit_auditpersonalvalue (entry_uid, person_id, salt, "values")
        select uid, person, salt, private from parted where private is not null
    )
    insert into audit_auditentry (uid, transaction, at, "table", "row", action, actor, changes)
    select uid, txid_current(), clock_timestamp(), tg_table_name, key, 'update', actor,
           case when private is null then public
                else coalesce(public, '{}') || jsonb_build_object('~personal', jsonb_build_object(
                     'columns', (select jsonb_agg(name order by name) from jsonb_object_keys(private) as name),
                     'digest', encode(sha256(convert_to(salt::text || private::text, 'UTF8')), 'hex'))) end
    from parted;
    return null;
end $$;
CREATE FUNCTION public.truso_price_history() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_nestloop TO 'off'
    AS $$
begin
    if tg_op = 'UPDATE' then
        insert into pricing_pricehistory (price_list_id, variant_id, minimum_quantity, amount, valid_from, valid_to,
                                          change_id, ended_by_id, ended_at, is_removed)
        select o.price_list_id, o.variant_id, o.minimum_quantity, o.amount, o.valid_from, o.valid_to, o.change_id,
               nullif(n.change_id, o.change_id), clock_timestamp(), false
        from old_rows o join new_rows n on n.id = o.id
        where (o.amount, o.valid_to, o.valid_from, o.minimum_quantity)
              is distinct from (n.amount, n.valid_to, n.valid_from, n.minimum_quantity);
    else
        insert into pricing_pricehistory (price_list_id, variant_id, minimum_quantity, amount, valid_from, valid_to,
                                          change_id, ended_by_id, ended_at, is_removed)
        select o.price_list_id, o.variant_id, o.minimum_quantity, o.amount, o.valid_from, o.valid_to, o.change_id,
               nullif(current_setting('truso.price_change', true), '')::bigint, clock_timestamp(), true
        from old_rows o;
    end if;
    return null;
end $$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements_agreement (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(30) NOT NULL,
    title character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    best_price_wins boolean NOT NULL,
    free_freight_from numeric(18,2),
    notes text NOT NULL,
    assortment_id bigint,
    contact_id bigint,
    customer_id bigint NOT NULL,
    delivery_method_id bigint,
    owner_id bigint,
    payment_term_id bigint,
    price_list_id bigint,
    bonus jsonb DEFAULT '[]'::jsonb NOT NULL,
    delivery_terms character varying(200) DEFAULT ''::character varying NOT NULL,
    minimum_purchase numeric(18,2),
    notice_days smallint DEFAULT 0 NOT NULL,
    po_number_required boolean DEFAULT false NOT NULL,
    range character varying(5) DEFAULT 'all'::character varying NOT NULL,
    reference_required boolean DEFAULT false NOT NULL,
    reminded_on date,
    reminder_days smallint DEFAULT 60 NOT NULL,
    renews_months smallint,
    sent_at timestamp with time zone,
    service_level text DEFAULT ''::text NOT NULL,
    sha256 character varying(64) DEFAULT ''::character varying NOT NULL,
    term_before_id bigint,
    version smallint DEFAULT 1 NOT NULL,
    CONSTRAINT agreement_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT agreement_range CHECK ((((range)::text = 'all'::text) OR (assortment_id IS NOT NULL))),
    CONSTRAINT agreement_sent_document CHECK (((NOT ((state)::text = 'sent'::text)) OR (NOT ((sha256)::text = ''::text)))),
    CONSTRAINT agreements_agreement_notice_days_check CHECK ((notice_days >= 0)),
    CONSTRAINT agreements_agreement_reminder_days_check CHECK ((reminder_days >= 0)),
    CONSTRAINT agreements_agreement_renews_months_check CHECK ((renews_months >= 0)),
    CONSTRAINT agreements_agreement_version_check CHECK ((version >= 0))
);
ALTER TABLE public.agreements_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements_agreementfile (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    title character varying(200) NOT NULL,
    file character varying(160) NOT NULL,
    sha256 character varying(64) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    agreement_id bigint NOT NULL
);
ALTER TABLE public.agreements_agreementfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_agreementfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements_agreementperson (
    id bigint NOT NULL,
    part character varying(10) NOT NULL,
    agreement_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.agreements_agreementperson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_agreementperson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements_agreementstep (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    name character varying(200) NOT NULL,
    note character varying(500) NOT NULL,
    sha256 character varying(64) NOT NULL,
    address character varying(45) NOT NULL,
    agreement_id bigint NOT NULL
);
ALTER TABLE public.agreements_agreementstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_agreementstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements_agreementwish (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    text character varying(500) NOT NULL,
    price numeric(18,6),
    state character varying(10) NOT NULL,
    answer character varying(500) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    agreement_id bigint NOT NULL,
    asked_by_id bigint,
    variant_id bigint,
    CONSTRAINT agreement_wish_answered CHECK ((((answered_at IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (answered_at IS NOT NULL))))
);
ALTER TABLE public.agreements_agreementwish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_agreementwish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreements_tenderrow (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    number character varying(60) NOT NULL,
    text character varying(300) NOT NULL,
    quantity numeric(15,3),
    price numeric(18,6),
    matched_by character varying(8) NOT NULL,
    is_ambiguous boolean NOT NULL,
    agreement_id bigint NOT NULL,
    variant_id bigint,
    CONSTRAINT agreements_tenderrow_position_check CHECK (("position" >= 0)),
    CONSTRAINT tender_row_price CHECK (((price IS NULL) OR (price >= (0)::numeric)))
);
ALTER TABLE public.agreements_tenderrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_tenderrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.approvals_approvalrequest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_uuid uuid NOT NULL,
    amount numeric(18,2) NOT NULL,
    "limit" numeric(18,2) NOT NULL,
    currency character varying(3) NOT NULL,
    state character varying(10) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    deadline_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    comment character varying(500) NOT NULL,
    customer_id bigint NOT NULL,
    decided_by_id bigint,
    requested_by_id bigint NOT NULL,
    CONSTRAINT approval_not_own CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = requested_by_id) AND (decided_by_id IS NOT NULL)))))
);
ALTER TABLE public.approvals_approvalrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.approvals_approvalrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_auditentry (
    id bigint NOT NULL,
    uid uuid NOT NULL,
    transaction bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    "table" character varying(80) NOT NULL,
    "row" character varying(60) NOT NULL,
    action character varying(6) NOT NULL,
    actor jsonb NOT NULL,
    changes jsonb NOT NULL
);
ALTER TABLE public.audit_auditentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_auditentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_auditpersonalvalue (
    id bigint NOT NULL,
    entry_uid uuid NOT NULL,
    person_id bigint,
    salt uuid NOT NULL,
    "values" jsonb NOT NULL
);
ALTER TABLE public.audit_auditpersonalvalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_auditpersonalvalue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_auditseal (
    id bigint NOT NULL,
    first_entry bigint NOT NULL,
    last_entry bigint NOT NULL,
    entries integer NOT NULL,
    digest character varying(64) NOT NULL,
    sealed_at timestamp with time zone NOT NULL
);
ALTER TABLE public.audit_auditseal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_auditseal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_articlelist (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(80) NOT NULL,
    sharing character varying(10) NOT NULL,
    project character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    address_id bigint,
    customer_id bigint NOT NULL,
    person_id bigint,
    taken_by_id bigint,
    CONSTRAINT cart_list_named CHECK (((((kind)::text = 'favorites'::text) AND ((sharing)::text = 'private'::text)) OR ((NOT ((kind)::text = 'favorites'::text)) AND (NOT ((name)::text = ''::text)))))
);
ALTER TABLE public.cart_articlelist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_articlelist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_articlelistline (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    quantity numeric(12,3) NOT NULL,
    minimum numeric(12,3),
    reference character varying(100) NOT NULL,
    piece integer DEFAULT 0 NOT NULL,
    "position" integer NOT NULL,
    list_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT cart_articlelistline_piece_check CHECK ((piece >= 0)),
    CONSTRAINT cart_articlelistline_position_check CHECK (("position" >= 0)),
    CONSTRAINT cart_list_line_minimum CHECK (((minimum IS NULL) OR (minimum >= (0)::numeric))),
    CONSTRAINT cart_list_line_quantity CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.cart_articlelistline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_articlelistline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_boughttogether (
    id bigint NOT NULL,
    orders integer NOT NULL,
    other_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT cart_boughttogether_orders_check CHECK ((orders >= 0))
);
ALTER TABLE public.cart_boughttogether ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_boughttogether_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_cart (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    session_key character varying(64) NOT NULL,
    state character varying(10) NOT NULL,
    checkout_id uuid NOT NULL,
    checkout_data jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    customer_id bigint,
    market_id bigint NOT NULL,
    person_id bigint,
    codes character varying(40)[] DEFAULT '{}'::character varying(40)[] NOT NULL,
    CONSTRAINT cart_of_one CHECK ((((customer_id IS NOT NULL) AND (person_id IS NOT NULL)) OR ((customer_id IS NULL) AND (person_id IS NULL) AND (NOT ((session_key)::text = ''::text)))))
);
ALTER TABLE public.cart_cart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_cart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_cartline (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    quantity numeric(12,3) NOT NULL,
    reference character varying(100) NOT NULL,
    seen_price numeric(18,6),
    seen_amount numeric(18,2),
    "position" integer NOT NULL,
    cart_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    piece integer DEFAULT 0 NOT NULL,
    CONSTRAINT cart_cartline_piece_check CHECK ((piece >= 0)),
    CONSTRAINT cart_cartline_position_check CHECK (("position" >= 0)),
    CONSTRAINT cart_line_quantity CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.cart_cartline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_cartline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_dismissal (
    id bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL,
    person_id bigint NOT NULL,
    variant_id bigint NOT NULL
);
ALTER TABLE public.cart_dismissal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_dismissal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_popularinsegment (
    id bigint NOT NULL,
    customers integer NOT NULL,
    segment_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT cart_popularinsegment_customers_check CHECK ((customers >= 0))
);
ALTER TABLE public.cart_popularinsegment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_popularinsegment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cart_purchasememory (
    id bigint NOT NULL,
    times integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    last_quantity numeric(12,3) NOT NULL,
    last_price numeric(18,6) NOT NULL,
    price_unit integer NOT NULL,
    currency character varying(3) NOT NULL,
    customer_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT cart_purchasememory_price_unit_check CHECK ((price_unit >= 0)),
    CONSTRAINT cart_purchasememory_times_check CHECK ((times >= 0))
);
ALTER TABLE public.cart_purchasememory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cart_purchasememory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_assortment (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL
);
ALTER TABLE public.catalog_assortment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_assortment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_assortmentcriterion (
    id bigint NOT NULL,
    is_excluding boolean NOT NULL,
    value character varying(200) NOT NULL,
    assortment_id bigint NOT NULL,
    attribute_id bigint,
    brand_id bigint,
    category_id bigint,
    family_id bigint,
    CONSTRAINT assortment_criterion_says_something CHECK (((category_id IS NOT NULL) OR (brand_id IS NOT NULL) OR (family_id IS NOT NULL) OR (attribute_id IS NOT NULL)))
);
ALTER TABLE public.catalog_assortmentcriterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_assortmentcriterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_assortmentrule (
    id bigint NOT NULL,
    assortment_id bigint NOT NULL,
    customer_id bigint,
    market_id bigint,
    segment_id bigint,
    CONSTRAINT assortment_rule_for_one CHECK ((((customer_id IS NULL) AND (market_id IS NOT NULL) AND (segment_id IS NULL)) OR ((customer_id IS NOT NULL) AND (market_id IS NULL) AND (segment_id IS NULL)) OR ((customer_id IS NULL) AND (market_id IS NULL) AND (segment_id IS NOT NULL))))
);
ALTER TABLE public.catalog_assortmentrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_assortmentrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_assortmentvariant (
    id bigint NOT NULL,
    assortment_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    is_by_rule boolean DEFAULT false NOT NULL
);
ALTER TABLE public.catalog_assortmentvariant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_assortmentvariant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_attribute (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    type character varying(12) NOT NULL,
    names jsonb NOT NULL,
    unit character varying(12) NOT NULL,
    decimals smallint NOT NULL,
    choices jsonb NOT NULL,
    descriptions jsonb DEFAULT '{}'::jsonb NOT NULL,
    etim_feature character varying(8) DEFAULT ''::character varying NOT NULL,
    maximum numeric(20,6),
    minimum numeric(20,6),
    pattern character varying(200) DEFAULT ''::character varying NOT NULL,
    scope character varying(8) DEFAULT 'global'::character varying NOT NULL,
    tolerance numeric(20,6),
    CONSTRAINT attribute_limits CHECK (((minimum IS NULL) OR (maximum IS NULL) OR (minimum <= maximum))),
    CONSTRAINT attribute_tolerance CHECK (((tolerance IS NULL) OR (tolerance >= (0)::numeric))),
    CONSTRAINT catalog_attribute_decimals_check CHECK ((decimals >= 0))
);
ALTER TABLE public.catalog_attribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_attribute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_attributegroup (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT catalog_attributegroup_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_attributegroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_attributegroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_brand (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(100) NOT NULL,
    statements jsonb NOT NULL
);
ALTER TABLE public.catalog_brand ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_brand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_bundle (
    variant_id bigint NOT NULL,
    pricing character varying(5) NOT NULL,
    discount numeric(5,2) NOT NULL,
    CONSTRAINT bundle_discount CHECK (((discount >= (0)::numeric) AND (discount < (100)::numeric))),
    CONSTRAINT bundle_priced CHECK (((discount = (0)::numeric) OR ((pricing)::text = 'parts'::text)))
);
CREATE TABLE public.catalog_bundlepart (
    id bigint NOT NULL,
    quantity numeric(12,3) NOT NULL,
    "position" smallint NOT NULL,
    bundle_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT bundle_not_in_itself CHECK ((NOT (bundle_id = variant_id))),
    CONSTRAINT bundle_part_quantity CHECK ((quantity > (0)::numeric)),
    CONSTRAINT catalog_bundlepart_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_bundlepart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_bundlepart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_category (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    path bigint[] NOT NULL,
    "position" smallint NOT NULL,
    names jsonb NOT NULL,
    slugs jsonb NOT NULL,
    intros jsonb NOT NULL,
    is_active boolean NOT NULL,
    parent_id bigint,
    family_id bigint,
    picture_id bigint,
    price_gate character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT catalog_category_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_channel (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    audience character varying(8) NOT NULL,
    languages character varying(5)[] NOT NULL,
    least_score smallint,
    "position" smallint NOT NULL,
    assortment_id bigint,
    market_id bigint,
    is_shop boolean DEFAULT true NOT NULL,
    CONSTRAINT catalog_channel_least_score_check CHECK ((least_score >= 0)),
    CONSTRAINT catalog_channel_position_check CHECK (("position" >= 0)),
    CONSTRAINT channel_least_score CHECK (((least_score IS NULL) OR (least_score <= 100)))
);
ALTER TABLE public.catalog_channel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_channeltext (
    id bigint NOT NULL,
    language character varying(5) NOT NULL,
    name character varying(200) NOT NULL,
    summary character varying(400) NOT NULL,
    description text NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalog_channeltext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_channeltext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_completeness (
    id bigint NOT NULL,
    scores jsonb NOT NULL,
    lowest smallint NOT NULL,
    missing character varying(90)[] NOT NULL,
    is_blocked boolean NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    channel_id bigint NOT NULL,
    product_id bigint NOT NULL,
    is_closed boolean DEFAULT false NOT NULL,
    CONSTRAINT catalog_completeness_lowest_check CHECK ((lowest >= 0))
);
ALTER TABLE public.catalog_completeness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_completeness_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_customerarticlenumber (
    id bigint NOT NULL,
    number character varying(60) NOT NULL,
    number_normalized character varying(60) NOT NULL,
    customer_id bigint NOT NULL,
    variant_id bigint NOT NULL
);
ALTER TABLE public.catalog_customerarticlenumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_customerarticlenumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_document (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    type character varying(20) NOT NULL,
    language character varying(5) NOT NULL,
    title character varying(200) NOT NULL,
    file character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    valid_to date,
    created_at timestamp with time zone NOT NULL,
    customer_id bigint,
    CONSTRAINT catalog_document_size_check CHECK ((size >= 0))
);
ALTER TABLE public.catalog_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_documentlink (
    id bigint NOT NULL,
    brand_id bigint,
    category_id bigint,
    document_id bigint NOT NULL,
    family_id bigint,
    product_id bigint,
    CONSTRAINT document_link_to_one CHECK ((((brand_id IS NULL) AND (category_id IS NULL) AND (family_id IS NULL) AND (product_id IS NOT NULL)) OR ((brand_id IS NULL) AND (category_id IS NULL) AND (family_id IS NOT NULL) AND (product_id IS NULL)) OR ((brand_id IS NOT NULL) AND (category_id IS NULL) AND (family_id IS NULL) AND (product_id IS NULL)) OR ((brand_id IS NULL) AND (category_id IS NOT NULL) AND (family_id IS NULL) AND (product_id IS NULL))))
);
ALTER TABLE public.catalog_documentlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_documentlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_documenttext (
    document_id bigint NOT NULL,
    pages integer NOT NULL,
    words text NOT NULL,
    read_at timestamp with time zone NOT NULL,
    problem character varying(40) NOT NULL,
    CONSTRAINT catalog_documenttext_pages_check CHECK ((pages >= 0))
);
CREATE TABLE public.catalog_family (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    etim_class character varying(8) DEFAULT ''::character varying NOT NULL
);
ALTER TABLE public.catalog_family ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_family_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_familyattribute (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    is_required boolean NOT NULL,
    is_variant_axis boolean NOT NULL,
    is_facet boolean NOT NULL,
    is_column boolean NOT NULL,
    attribute_id bigint NOT NULL,
    family_id bigint NOT NULL,
    is_compared boolean DEFAULT true NOT NULL,
    group_id bigint,
    CONSTRAINT catalog_familyattribute_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_familyattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_familyattribute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_oldslug (
    id bigint NOT NULL,
    language character varying(5) NOT NULL,
    slug character varying(140) NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalog_oldslug ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_oldslug_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_packaginglevel (
    id bigint NOT NULL,
    code character varying(3) NOT NULL,
    names jsonb NOT NULL,
    factor numeric(12,3) NOT NULL,
    gtin character varying(14) NOT NULL,
    weight_kg numeric(12,4),
    length_mm integer,
    width_mm integer,
    height_mm integer,
    variant_id bigint NOT NULL,
    CONSTRAINT catalog_packaginglevel_height_mm_check CHECK ((height_mm >= 0)),
    CONSTRAINT catalog_packaginglevel_length_mm_check CHECK ((length_mm >= 0)),
    CONSTRAINT catalog_packaginglevel_width_mm_check CHECK ((width_mm >= 0)),
    CONSTRAINT packaging_factor CHECK ((factor > (0)::numeric))
);
ALTER TABLE public.catalog_packaginglevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_packaginglevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_picture (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    file character varying(100) NOT NULL,
    content_type character varying(40) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    alternative_texts jsonb NOT NULL,
    CONSTRAINT catalog_picture_height_check CHECK ((height >= 0)),
    CONSTRAINT catalog_picture_width_check CHECK ((width >= 0))
);
ALTER TABLE public.catalog_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_product (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code character varying(80) NOT NULL,
    status character varying(12) NOT NULL,
    attributes jsonb NOT NULL,
    published_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    brand_id bigint NOT NULL,
    category_id bigint NOT NULL,
    family_id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    size_guide_id bigint
);
ALTER TABLE public.catalog_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_productblock (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    "position" smallint NOT NULL,
    headings jsonb NOT NULL,
    texts jsonb NOT NULL,
    media character varying(8) NOT NULL,
    video character varying(100) NOT NULL,
    content_type character varying(20) NOT NULL,
    size bigint NOT NULL,
    embed character varying(40) NOT NULL,
    picture_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_productblock_position_check CHECK (("position" >= 0)),
    CONSTRAINT catalog_productblock_size_check CHECK ((size >= 0)),
    CONSTRAINT product_block_shows_one_thing CHECK (((((embed)::text = ''::text) AND ((media)::text = 'none'::text) AND ((video)::text = ''::text)) OR (((embed)::text = ''::text) AND ((media)::text = 'picture'::text) AND (picture_id IS NOT NULL) AND ((video)::text = ''::text)) OR (((embed)::text = ''::text) AND ((media)::text = 'video'::text) AND (NOT ((video)::text = ''::text))) OR (((media)::text = ANY ((ARRAY['youtube'::character varying, 'vimeo'::character varying])::text[])) AND ((video)::text = ''::text) AND (NOT ((embed)::text = ''::text))) OR (((embed)::text = ''::text) AND ((media)::text = 'spin'::text) AND ((video)::text = ''::text))))
);
ALTER TABLE public.catalog_productblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_productblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_productpicture (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    picture_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_productpicture_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_productpicture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_productpicture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_producttext (
    id bigint NOT NULL,
    language character varying(5) NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(140) NOT NULL,
    summary character varying(400) NOT NULL,
    description text NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalog_producttext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_producttext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_relation (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    "position" smallint NOT NULL,
    product_id bigint NOT NULL,
    to_id bigint NOT NULL,
    CONSTRAINT catalog_relation_position_check CHECK (("position" >= 0)),
    CONSTRAINT relation_not_self CHECK ((NOT (product_id = to_id)))
);
ALTER TABLE public.catalog_relation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_requirement (
    id bigint NOT NULL,
    item character varying(80) NOT NULL,
    weight smallint NOT NULL,
    is_blocking boolean NOT NULL,
    channel_id bigint,
    family_id bigint,
    CONSTRAINT catalog_requirement_weight_check CHECK ((weight >= 0)),
    CONSTRAINT requirement_weight CHECK ((weight > 0))
);
ALTER TABLE public.catalog_requirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_selector (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    intros jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.catalog_selector ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_selector_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_selectorquestion (
    id bigint NOT NULL,
    "position" smallint DEFAULT 0 NOT NULL,
    texts jsonb NOT NULL,
    answers jsonb NOT NULL,
    attribute_id bigint NOT NULL,
    selector_id bigint NOT NULL,
    CONSTRAINT catalog_selectorquestion_position_check CHECK (("position" >= 0)),
    CONSTRAINT selector_question_answers CHECK ((NOT (answers = '[]'::jsonb)))
);
ALTER TABLE public.catalog_selectorquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_selectorquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_sizeguide (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    advice jsonb NOT NULL,
    "table" jsonb NOT NULL,
    picture_id bigint
);
ALTER TABLE public.catalog_sizeguide ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_sizeguide_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_spinframe (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    block_id bigint NOT NULL,
    picture_id bigint NOT NULL,
    CONSTRAINT catalog_spinframe_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_spinframe ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_spinframe_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalog_variant (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    sku character varying(60) NOT NULL,
    sku_normalized character varying(60) NOT NULL,
    gtin character varying(14) NOT NULL,
    mpn character varying(60) NOT NULL,
    mpn_normalized character varying(60) NOT NULL,
    attributes jsonb NOT NULL,
    labels jsonb NOT NULL,
    status character varying(12) NOT NULL,
    "position" integer NOT NULL,
    unit character varying(3) NOT NULL,
    price_unit integer NOT NULL,
    minimum_quantity numeric(12,3) NOT NULL,
    quantity_multiple numeric(12,3) NOT NULL,
    maximum_quantity numeric(12,3),
    pack_size numeric(12,3) NOT NULL,
    pack_names jsonb NOT NULL,
    weight_kg numeric(12,4) NOT NULL,
    is_stocked boolean NOT NULL,
    lead_days smallint,
    popularity integer NOT NULL,
    picture_id bigint,
    product_id bigint NOT NULL,
    is_cut_to_length boolean DEFAULT false NOT NULL,
    kind character varying(8) DEFAULT 'goods'::character varying NOT NULL,
    CONSTRAINT catalog_variant_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT catalog_variant_popularity_check CHECK ((popularity >= 0)),
    CONSTRAINT catalog_variant_position_check CHECK (("position" >= 0)),
    CONSTRAINT catalog_variant_price_unit_check CHECK ((price_unit >= 0)),
    CONSTRAINT variant_price_unit CHECK ((price_unit = ANY (ARRAY[1, 10, 100, 1000]))),
    CONSTRAINT variant_quantities CHECK (((minimum_quantity > (0)::numeric) AND (pack_size > (0)::numeric) AND (quantity_multiple > (0)::numeric)))
);
ALTER TABLE public.catalog_variant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_variant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_article (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    slug character varying(120) NOT NULL,
    title character varying(200) NOT NULL,
    summary character varying(400) NOT NULL,
    blocks jsonb NOT NULL,
    published_at timestamp with time zone
);
ALTER TABLE public.content_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_homecontent (
    id bigint NOT NULL,
    audience character varying(10) NOT NULL,
    language character varying(5) NOT NULL,
    blocks jsonb NOT NULL,
    market_id bigint NOT NULL
);
ALTER TABLE public.content_homecontent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_homecontent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.customers_address (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    person_id bigint,
    label character varying(100) NOT NULL,
    name character varying(200) NOT NULL,
    contact character varying(200) NOT NULL,
    street character varying(200) NOT NULL,
    street2 character varying(200) NOT NULL,
    postcode character varying(12) NOT NULL,
    city character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    phone character varying(32) NOT NULL,
    instructions character varying(500) NOT NULL,
    is_delivery boolean NOT NULL,
    is_billing boolean NOT NULL,
    is_default boolean NOT NULL,
    is_active boolean NOT NULL,
    customer_id bigint NOT NULL
);
ALTER TABLE public.customers_address ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.customers_customer (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(20) NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(200) NOT NULL,
    organization_number character varying(20) NOT NULL,
    vat_number character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(32) NOT NULL,
    language character varying(5) NOT NULL,
    display_gross boolean NOT NULL,
    invoice_allowed boolean NOT NULL,
    credit_limit numeric(18,2) NOT NULL,
    is_blocked boolean NOT NULL,
    po_number_required boolean NOT NULL,
    po_number_pattern character varying(100) NOT NULL,
    invoice_delivery character varying(10) NOT NULL,
    invoice_email character varying(254) NOT NULL,
    endpoint_scheme character varying(4) NOT NULL,
    endpoint_id character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    consumer_person_id bigint,
    contact_person_id bigint,
    market_id bigint NOT NULL,
    parent_id bigint,
    payment_term_id bigint,
    has_exemption boolean DEFAULT false NOT NULL,
    vat_valid_number character varying(20) DEFAULT ''::character varying NOT NULL,
    vat_valid_until date,
    CONSTRAINT customer_credit_limit CHECK ((credit_limit >= (0)::numeric)),
    CONSTRAINT customer_kind_fits CHECK ((((consumer_person_id IS NULL) AND ((kind)::text = 'business'::text)) OR (((kind)::text = 'consumer'::text) AND (parent_id IS NULL)))),
    CONSTRAINT customer_not_own_parent CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL))))
);
ALTER TABLE public.customers_customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_customer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.customers_customer_segments (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    segment_id bigint NOT NULL
);
ALTER TABLE public.customers_customer_segments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_customer_segments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.customers_membership (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    roles character varying(20)[] NOT NULL,
    order_limit numeric(18,2),
    is_active boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    customer_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT member_limit CHECK (((order_limit IS NULL) OR (order_limit >= (0)::numeric)))
);
ALTER TABLE public.customers_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.customers_segment (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL
);
ALTER TABLE public.customers_segment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_segment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.delivery_deliverymethod (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    descriptions jsonb NOT NULL,
    carrier character varying(60) NOT NULL,
    tracking_url character varying(300) NOT NULL,
    for_consumers boolean NOT NULL,
    for_businesses boolean NOT NULL,
    is_pickup boolean NOT NULL,
    transit_days smallint NOT NULL,
    free_from numeric(18,2),
    "position" smallint NOT NULL,
    is_active boolean NOT NULL,
    market_id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    pickup_place character varying(200) NOT NULL,
    countries character varying(2)[] DEFAULT '{}'::character varying(2)[] NOT NULL,
    CONSTRAINT delivery_deliverymethod_position_check CHECK (("position" >= 0)),
    CONSTRAINT delivery_deliverymethod_transit_days_check CHECK ((transit_days >= 0))
);
ALTER TABLE public.delivery_deliverymethod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.delivery_deliverymethod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.delivery_deliveryrate (
    id bigint NOT NULL,
    up_to_kg numeric(10,3) NOT NULL,
    amount numeric(18,6) NOT NULL,
    method_id bigint NOT NULL,
    CONSTRAINT delivery_rate_amount CHECK (((amount >= (0)::numeric) AND (up_to_kg > (0)::numeric)))
);
ALTER TABLE public.delivery_deliveryrate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.delivery_deliveryrate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.digital_digitalfile (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name character varying(200) NOT NULL,
    version character varying(40) NOT NULL,
    file character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    variant_id bigint NOT NULL,
    CONSTRAINT digital_digitalfile_size_check CHECK ((size >= 0))
);
ALTER TABLE public.digital_digitalfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.digital_digitalfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.digital_downloadentry (
    id bigint NOT NULL,
    person_id bigint,
    at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    order_line_id bigint NOT NULL
);
ALTER TABLE public.digital_downloadentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.digital_downloadentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.digital_licencekey (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    text character varying(500) NOT NULL,
    assigned_at timestamp with time zone,
    added_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    added_by_id bigint,
    location_id bigint NOT NULL,
    order_line_id bigint,
    variant_id bigint NOT NULL,
    voided_by_id bigint,
    CONSTRAINT licence_key_has_one_owner CHECK ((((assigned_at IS NULL) AND (order_line_id IS NULL)) OR ((assigned_at IS NOT NULL) AND (order_line_id IS NOT NULL) AND (voided_at IS NULL))))
);
ALTER TABLE public.digital_licencekey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.digital_licencekey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.events_handledevent (
    id bigint NOT NULL,
    handler character varying(150) NOT NULL,
    handled_at timestamp with time zone NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.events_handledevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_handledevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_outboxevent (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(100) NOT NULL,
    aggregate character varying(80) NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL
);
ALTER TABLE public.events_outboxevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_outboxevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fulfillment_shipment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(30) NOT NULL,
    state character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    shipped_at timestamp with time zone,
    tracking_number character varying(60) NOT NULL,
    tracking_url character varying(300) NOT NULL,
    packages smallint NOT NULL,
    created_by_id bigint,
    location_id bigint NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT fulfillment_shipment_packages_check CHECK ((packages >= 0))
);
ALTER TABLE public.fulfillment_shipment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fulfillment_shipment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fulfillment_shipmentline (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    quantity numeric(12,3) NOT NULL,
    order_line_id bigint NOT NULL,
    shipment_id bigint NOT NULL,
    CONSTRAINT shipment_line_quantity CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.fulfillment_shipmentline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fulfillment_shipmentline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.idempotency_storedanswer (
    id bigint NOT NULL,
    scope character varying(120) NOT NULL,
    key character varying(255) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    status smallint,
    body jsonb,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_storedanswer_status_check CHECK ((status >= 0))
);
ALTER TABLE public.idempotency_storedanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.idempotency_storedanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_apikey (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name character varying(100) NOT NULL,
    customer_uuid uuid,
    key_digest character varying(64) NOT NULL,
    prefix character varying(12) NOT NULL,
    scopes character varying(40)[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    person_id bigint NOT NULL
);
ALTER TABLE public.identity_apikey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_apikey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    uuid uuid NOT NULL,
    email character varying(254) NOT NULL,
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    phone character varying(32) NOT NULL,
    language character varying(5) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);
CREATE TABLE public.identity_person_groups (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.identity_person_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_person_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.identity_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_person_user_permissions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.identity_person_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_person_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_fieldowner (
    id bigint NOT NULL,
    target character varying(40) NOT NULL,
    field character varying(120) NOT NULL,
    source character varying(60) NOT NULL
);
ALTER TABLE public.imports_fieldowner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_fieldowner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_importprofile (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    target character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    mapping jsonb NOT NULL,
    reading jsonb NOT NULL,
    options jsonb NOT NULL,
    headings text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
ALTER TABLE public.imports_importprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_importrow (
    id bigint NOT NULL,
    is_trial boolean NOT NULL,
    number integer NOT NULL,
    kind character varying(8) NOT NULL,
    key character varying(200) NOT NULL,
    changes jsonb NOT NULL,
    reasons jsonb NOT NULL,
    "values" jsonb NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT imports_importrow_number_check CHECK ((number >= 0))
);
ALTER TABLE public.imports_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_importrun (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    target character varying(40) NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(200) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    look jsonb NOT NULL,
    mapping jsonb NOT NULL,
    reading jsonb NOT NULL,
    options jsonb NOT NULL,
    state character varying(10) NOT NULL,
    is_stopping boolean NOT NULL,
    "position" integer NOT NULL,
    rows_total integer,
    counts jsonb NOT NULL,
    trial_counts jsonb NOT NULL,
    kept_counts jsonb NOT NULL,
    seconds double precision NOT NULL,
    paused double precision NOT NULL,
    problem jsonb,
    by character varying(200) NOT NULL,
    by_id bigint,
    lease uuid,
    leased_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    profile_id bigint,
    CONSTRAINT imports_importrun_position_check CHECK (("position" >= 0)),
    CONSTRAINT imports_importrun_rows_total_check CHECK ((rows_total >= 0))
);
ALTER TABLE public.imports_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_plannedchange (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    target character varying(40) NOT NULL,
    key jsonb NOT NULL,
    subject character varying(80) NOT NULL,
    field character varying(120) NOT NULL,
    value jsonb,
    before jsonb,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone,
    state character varying(10) NOT NULL,
    problem jsonb,
    by character varying(200) NOT NULL,
    by_id bigint,
    created_at timestamp with time zone NOT NULL,
    written_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT planned_change_period CHECK (((until IS NULL) OR (until > at)))
);
ALTER TABLE public.imports_plannedchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_plannedchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inventory_location (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(100) NOT NULL,
    city character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    priority smallint NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT inventory_location_priority_check CHECK ((priority >= 0))
);
ALTER TABLE public.inventory_location ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inventory_reservation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    quantity numeric(14,3) NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_uuid uuid NOT NULL,
    expires_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    location_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT reservation_positive CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.inventory_reservation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_reservation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inventory_stockentry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(10) NOT NULL,
    quantity numeric(14,3) NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_uuid uuid,
    at timestamp with time zone NOT NULL,
    location_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT stock_entry_moves CHECK ((NOT (quantity = (0)::numeric)))
);
ALTER TABLE public.inventory_stockentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_stockentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inventory_stockitem (
    id bigint NOT NULL,
    on_hand numeric(14,3) NOT NULL,
    reserved numeric(14,3) NOT NULL,
    location_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT stock_on_hand CHECK ((on_hand >= (0)::numeric)),
    CONSTRAINT stock_reserved CHECK (((reserved >= (0)::numeric) AND (reserved <= on_hand)))
);
ALTER TABLE public.inventory_stockitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_stockitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.invoicing_invoice (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(12) NOT NULL,
    series character varying(60) NOT NULL,
    sequence bigint NOT NULL,
    number character varying(30) NOT NULL,
    person_id bigint,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    currency character varying(3) NOT NULL,
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    payment_reference character varying(30) NOT NULL,
    payment_method character varying(30) NOT NULL,
    document jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    send_error character varying(500) NOT NULL,
    corrects_id bigint,
    customer_id bigint,
    market_id bigint NOT NULL,
    order_id bigint NOT NULL,
    shipment_id bigint,
    CONSTRAINT invoice_adds_up CHECK (((gross = (net + tax)) AND (gross >= (0)::numeric)))
);
ALTER TABLE public.invoicing_invoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.invoicing_invoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.invoicing_invoiceline (
    id bigint NOT NULL,
    is_credit boolean NOT NULL,
    "position" integer NOT NULL,
    quantity numeric(12,3) NOT NULL,
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    tax_category character varying(2) NOT NULL,
    tax_rate numeric(5,2) NOT NULL,
    invoice_id bigint NOT NULL,
    order_line_id bigint NOT NULL,
    shipment_line_id bigint,
    CONSTRAINT invoice_line_quantity CHECK ((quantity > (0)::numeric)),
    CONSTRAINT invoicing_invoiceline_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.invoicing_invoiceline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.invoicing_invoiceline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.lists_listlayout (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    person_id bigint NOT NULL,
    list_code character varying(60) NOT NULL,
    name character varying(80) NOT NULL,
    query character varying(1000) NOT NULL,
    columns character varying(60)[] NOT NULL,
    is_shared boolean NOT NULL,
    is_default boolean NOT NULL
);
ALTER TABLE public.lists_listlayout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lists_listlayout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.markets_market (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    names jsonb NOT NULL,
    shop_name character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    currency character varying(3) NOT NULL,
    languages character varying(5)[] NOT NULL,
    timezone character varying(50) NOT NULL,
    hosts character varying(200)[] NOT NULL,
    display_gross boolean NOT NULL,
    is_default boolean NOT NULL,
    is_active boolean NOT NULL,
    unpaid_reservation_minutes integer NOT NULL,
    approval_days smallint NOT NULL,
    seller_name character varying(200) NOT NULL,
    seller_organization_number character varying(20) NOT NULL,
    seller_vat_number character varying(20) NOT NULL,
    seller_street character varying(200) NOT NULL,
    seller_postcode character varying(12) NOT NULL,
    seller_city character varying(100) NOT NULL,
    seller_country character varying(2) NOT NULL,
    seller_email character varying(254) NOT NULL,
    seller_phone character varying(32) NOT NULL,
    seller_bank_account character varying(34) NOT NULL,
    seller_iban character varying(34) NOT NULL,
    seller_bic character varying(11) NOT NULL,
    seller_registered boolean NOT NULL,
    invoice_term_id bigint NOT NULL,
    return_hosts character varying(200)[] NOT NULL,
    price_gate character varying(10) DEFAULT ''::character varying NOT NULL,
    oss_since date,
    ships_to character varying(2)[] DEFAULT '{}'::character varying(2)[] NOT NULL,
    CONSTRAINT markets_market_approval_days_check CHECK ((approval_days >= 0)),
    CONSTRAINT markets_market_unpaid_reservation_minutes_check CHECK ((unpaid_reservation_minutes >= 0))
);
ALTER TABLE public.markets_market ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.markets_market_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.markets_paymentterm (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    names jsonb NOT NULL,
    days smallint NOT NULL,
    cash_days smallint,
    cash_percent numeric(5,2),
    is_offered boolean DEFAULT false NOT NULL,
    is_prepaid boolean DEFAULT false NOT NULL,
    percent numeric(5,2) DEFAULT 0 NOT NULL,
    CONSTRAINT markets_paymentterm_cash_days_check CHECK ((cash_days >= 0)),
    CONSTRAINT markets_paymentterm_days_check CHECK ((days >= 0)),
    CONSTRAINT payment_term_cash CHECK ((((cash_days IS NULL) AND (cash_percent IS NULL)) OR ((cash_days IS NOT NULL) AND (cash_days < days) AND (cash_percent > (0)::numeric) AND (cash_percent IS NOT NULL) AND (cash_percent <= (20)::numeric)))),
    CONSTRAINT payment_term_days CHECK ((days <= 365)),
    CONSTRAINT payment_term_percent CHECK (((percent >= ('-50'::integer)::numeric) AND (percent <= (50)::numeric)))
);
ALTER TABLE public.markets_paymentterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.markets_paymentterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.numbering_numberseries (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    next_number bigint NOT NULL,
    CONSTRAINT number_series_positive CHECK ((next_number >= 1))
);
ALTER TABLE public.numbering_numberseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.numbering_numberseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_order (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(30) NOT NULL,
    checkout_id uuid NOT NULL,
    is_business boolean NOT NULL,
    state character varying(20) NOT NULL,
    fulfillment_status character varying(20) NOT NULL,
    invoice_status character varying(20) NOT NULL,
    payment_status character varying(20) NOT NULL,
    language character varying(5) NOT NULL,
    currency character varying(3) NOT NULL,
    prices_include_vat boolean NOT NULL,
    payment_method character varying(30) NOT NULL,
    contact_name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(32) NOT NULL,
    delivery_address jsonb NOT NULL,
    billing_address jsonb NOT NULL,
    po_number character varying(100) NOT NULL,
    reference character varying(200) NOT NULL,
    delivery_instructions character varying(500) NOT NULL,
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    promised_on date,
    source character varying(40) NOT NULL,
    customer_id bigint,
    delivery_method_id bigint,
    market_id bigint NOT NULL,
    payment_term_id bigint,
    person_id bigint,
    staff_id bigint,
    tax_reasons jsonb DEFAULT '{}'::jsonb NOT NULL,
    vat_consultation character varying(40) DEFAULT ''::character varying NOT NULL,
    vat_number character varying(20) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT order_totals CHECK (((gross >= (0)::numeric) AND (net >= (0)::numeric)))
);
ALTER TABLE public.orders_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_orderline (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(10) NOT NULL,
    "position" integer NOT NULL,
    sku character varying(60) NOT NULL,
    gtin character varying(14) NOT NULL,
    name character varying(300) NOT NULL,
    buyer_number character varying(60) NOT NULL,
    reference character varying(100) NOT NULL,
    unit character varying(3) NOT NULL,
    price_unit integer NOT NULL,
    quantity numeric(12,3) NOT NULL,
    list_price numeric(18,6),
    unit_price numeric(18,6) NOT NULL,
    tax_category character varying(2) NOT NULL,
    tax_rate numeric(5,2) NOT NULL,
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    explanation jsonb NOT NULL,
    shipped_quantity numeric(12,3) NOT NULL,
    invoiced_quantity numeric(12,3) NOT NULL,
    cancelled_quantity numeric(12,3) NOT NULL,
    returned_quantity numeric(12,3) NOT NULL,
    promised_on date,
    order_id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    variant_id bigint,
    credited_quantity numeric(12,3) NOT NULL,
    promised_first numeric(12,3),
    promised_first_on date,
    components jsonb DEFAULT '[]'::jsonb NOT NULL,
    is_cut boolean DEFAULT false NOT NULL,
    supply character varying(8) DEFAULT 'goods'::character varying NOT NULL,
    allowance numeric(18,4) DEFAULT 0 NOT NULL,
    allowances jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT order_line_allowance CHECK ((allowance >= (0)::numeric)),
    CONSTRAINT order_line_not_over_credited CHECK (((credited_quantity >= (0)::numeric) AND (credited_quantity <= invoiced_quantity))),
    CONSTRAINT order_line_not_over_invoiced CHECK ((((invoiced_quantity <= shipped_quantity) AND ((kind)::text = 'item'::text)) OR ((invoiced_quantity <= quantity) AND ((kind)::text = 'charge'::text)))),
    CONSTRAINT order_line_not_over_returned CHECK ((returned_quantity <= shipped_quantity)),
    CONSTRAINT order_line_not_over_shipped CHECK ((quantity >= (shipped_quantity + cancelled_quantity))),
    CONSTRAINT order_line_quantities CHECK (((cancelled_quantity >= (0)::numeric) AND (invoiced_quantity >= (0)::numeric) AND (quantity > (0)::numeric) AND (returned_quantity >= (0)::numeric) AND (shipped_quantity >= (0)::numeric))),
    CONSTRAINT orders_orderline_position_check CHECK (("position" >= 0)),
    CONSTRAINT orders_orderline_price_unit_check CHECK ((price_unit >= 0))
);
ALTER TABLE public.orders_orderline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_orderstep (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    by character varying(20) NOT NULL,
    params jsonb NOT NULL,
    order_id bigint NOT NULL
);
ALTER TABLE public.orders_orderstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.output_sentmail (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    template character varying(60) NOT NULL,
    language character varying(8) NOT NULL,
    recipient character varying(254) NOT NULL,
    subject character varying(400) NOT NULL,
    html text NOT NULL,
    text text NOT NULL,
    subject_kind character varying(40) NOT NULL,
    subject_uuid uuid,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    failed_reason text NOT NULL,
    CONSTRAINT output_mail_subject_whole CHECK (((((subject_kind)::text = ''::text) AND (subject_uuid IS NULL)) OR ((NOT ((subject_kind)::text = ''::text)) AND (subject_uuid IS NOT NULL))))
);
CREATE TABLE public.output_sentmail_attachments (
    id bigint NOT NULL,
    sentmail_id bigint NOT NULL,
    storeddocument_id bigint NOT NULL
);
ALTER TABLE public.output_sentmail_attachments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.output_sentmail_attachments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.output_sentmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.output_sentmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.output_storeddocument (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    subject_kind character varying(40) NOT NULL,
    subject_uuid uuid NOT NULL,
    kind character varying(8) NOT NULL,
    language character varying(8) NOT NULL,
    filename character varying(160) NOT NULL,
    content_type character varying(80) NOT NULL,
    content character varying(160) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT output_storeddocument_size_check CHECK ((size >= 0))
);
ALTER TABLE public.output_storeddocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.output_storeddocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_democharge (
    id bigint NOT NULL,
    reference character varying(100) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    state character varying(10) NOT NULL,
    captured numeric(18,4) NOT NULL,
    refunded numeric(18,4) NOT NULL
);
ALTER TABLE public.payments_democharge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_democharge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_payment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_uuid uuid NOT NULL,
    gateway character varying(30) NOT NULL,
    gateway_reference character varying(100) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    captured numeric(18,4) NOT NULL,
    refunded numeric(18,4) NOT NULL,
    state character varying(10) NOT NULL,
    refusal character varying(60) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    CONSTRAINT payment_amounts CHECK (((amount > (0)::numeric) AND (captured >= (0)::numeric) AND (captured <= amount) AND (refunded >= (0)::numeric) AND (refunded <= captured)))
);
ALTER TABLE public.payments_payment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.payments_paymententry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(10) NOT NULL,
    amount numeric(18,4) NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_uuid uuid NOT NULL,
    state character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    payment_id bigint NOT NULL,
    CONSTRAINT payment_entry_amount CHECK ((amount > (0)::numeric))
);
ALTER TABLE public.payments_paymententry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_paymententry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_campaign (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code character varying(60) NOT NULL,
    names jsonb NOT NULL,
    percent numeric(5,2),
    product_ids bigint[] NOT NULL,
    for_businesses boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    is_active boolean NOT NULL,
    category_id bigint,
    market_id bigint NOT NULL,
    amount numeric(18,6),
    brand_id bigint,
    budget numeric(18,4),
    buy smallint,
    combines boolean DEFAULT false NOT NULL,
    coupon character varying(40) DEFAULT ''::character varying NOT NULL,
    for_consumers boolean DEFAULT true NOT NULL,
    gift_id bigint,
    kind character varying(8) DEFAULT 'percent'::character varying NOT NULL,
    left_out_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    minimum numeric(18,4) DEFAULT 0 NOT NULL,
    most_per_customer integer,
    most_uses integer,
    pay smallint,
    segment_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    signed_in_only boolean DEFAULT false NOT NULL,
    used_amount numeric(18,4) DEFAULT 0 NOT NULL,
    used_count integer DEFAULT 0 NOT NULL,
    CONSTRAINT campaign_for_somebody CHECK ((for_consumers OR for_businesses)),
    CONSTRAINT campaign_kind CHECK ((((amount IS NULL) AND ((kind)::text = 'percent'::text) AND (percent IS NOT NULL)) OR ((amount IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['amount'::character varying, 'fixed'::character varying])::text[])) AND (percent IS NULL)) OR ((buy > pay) AND (buy IS NOT NULL) AND ((kind)::text = 'multiple'::text) AND (pay >= 1) AND (pay IS NOT NULL)) OR ((amount IS NULL) AND ((kind)::text = ANY ((ARRAY['set'::character varying, 'cart'::character varying])::text[])) AND (percent IS NOT NULL)) OR ((amount IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['set'::character varying, 'cart'::character varying])::text[])) AND (percent IS NULL)) OR ((kind)::text = 'freight'::text) OR ((gift_id IS NOT NULL) AND ((kind)::text = 'gift'::text)))),
    CONSTRAINT campaign_limits CHECK (((used_amount >= (0)::numeric) AND (used_count >= 0) AND ((most_uses IS NULL) OR (used_count <= most_uses)) AND ((budget IS NULL) OR (used_amount <= budget)))),
    CONSTRAINT campaign_percent CHECK ((((percent IS NULL) OR ((percent > (0)::numeric) AND (percent <= (100)::numeric))) AND ((amount IS NULL) OR (amount > (0)::numeric)))),
    CONSTRAINT campaign_period CHECK ((ends_at > starts_at)),
    CONSTRAINT pricing_campaign_buy_check CHECK ((buy >= 0)),
    CONSTRAINT pricing_campaign_most_per_customer_check CHECK ((most_per_customer >= 0)),
    CONSTRAINT pricing_campaign_most_uses_check CHECK ((most_uses >= 0)),
    CONSTRAINT pricing_campaign_pay_check CHECK ((pay >= 0)),
    CONSTRAINT pricing_campaign_used_count_check CHECK ((used_count >= 0))
);
ALTER TABLE public.pricing_campaign ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_campaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_campaignuse (
    id bigint NOT NULL,
    subject uuid NOT NULL,
    holder character varying(80) NOT NULL,
    place integer NOT NULL,
    most integer,
    amount numeric(18,4) NOT NULL,
    used_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    campaign_id bigint NOT NULL,
    CONSTRAINT campaign_use_within CHECK (((amount >= (0)::numeric) AND (place >= 1) AND ((most IS NULL) OR (place <= most)))),
    CONSTRAINT pricing_campaignuse_most_check CHECK ((most >= 0)),
    CONSTRAINT pricing_campaignuse_place_check CHECK ((place >= 0))
);
ALTER TABLE public.pricing_campaignuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_campaignuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_consumerprice (
    id bigint NOT NULL,
    amount numeric(18,6) NOT NULL,
    from_at timestamp with time zone NOT NULL,
    market_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    campaign_id bigint
);
ALTER TABLE public.pricing_consumerprice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_consumerprice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_discount (
    id bigint NOT NULL,
    percent numeric(5,2),
    valid_from date,
    valid_to date,
    brand_id bigint,
    category_id bigint,
    customer_id bigint,
    segment_id bigint,
    amount numeric(18,6),
    currency character varying(3) DEFAULT ''::character varying NOT NULL,
    family_id bigint,
    name character varying(120) DEFAULT ''::character varying NOT NULL,
    product_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    stacks boolean DEFAULT false NOT NULL,
    CONSTRAINT discount_for_one CHECK ((((customer_id IS NOT NULL) AND (segment_id IS NULL)) OR ((customer_id IS NULL) AND (segment_id IS NOT NULL)))),
    CONSTRAINT discount_percent CHECK ((((amount IS NULL) AND ((currency)::text = ''::text) AND (percent > (0)::numeric) AND (percent <= (100)::numeric)) OR ((amount > (0)::numeric) AND (percent IS NULL) AND (NOT ((currency)::text = ''::text)))))
);
ALTER TABLE public.pricing_discount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_discount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_price (
    id bigint NOT NULL,
    minimum_quantity numeric(12,3) NOT NULL,
    amount numeric(18,6) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    variant_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    change_id bigint,
    CONSTRAINT price_amount CHECK (((amount >= (0)::numeric) AND (minimum_quantity > (0)::numeric))),
    CONSTRAINT price_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
ALTER TABLE public.pricing_price ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_price_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_pricechange (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor jsonb NOT NULL,
    reason character varying(300) NOT NULL
);
ALTER TABLE public.pricing_pricechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_pricehistory (
    id bigint NOT NULL,
    minimum_quantity numeric(12,3) NOT NULL,
    amount numeric(18,6) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    ended_at timestamp with time zone NOT NULL,
    is_removed boolean NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    price_list_id bigint NOT NULL,
    variant_id bigint NOT NULL
);
ALTER TABLE public.pricing_pricehistory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricehistory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_pricelist (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code character varying(80) NOT NULL,
    names jsonb NOT NULL,
    kind character varying(10) NOT NULL,
    currency character varying(3) NOT NULL,
    valid_from date,
    valid_to date,
    is_active boolean NOT NULL,
    customer_id bigint,
    market_id bigint,
    segment_id bigint,
    revision bigint NOT NULL,
    basis character varying(4) DEFAULT ''::character varying NOT NULL,
    location_id bigint,
    percent numeric(6,2),
    CONSTRAINT price_list_basis CHECK (((((basis)::text = ''::text) AND (percent IS NULL)) OR (((basis)::text = 'list'::text) AND ((kind)::text = ANY ((ARRAY['contract'::character varying, 'customer'::character varying, 'segment'::character varying])::text[])) AND (percent > (0)::numeric) AND (percent <= (100)::numeric)) OR (((basis)::text = 'cost'::text) AND ((kind)::text = ANY ((ARRAY['contract'::character varying, 'customer'::character varying, 'segment'::character varying, 'market'::character varying])::text[])) AND (percent >= (0)::numeric) AND (percent <= (900)::numeric)))),
    CONSTRAINT price_list_for_one CHECK ((((customer_id IS NULL) AND ((kind)::text = 'market'::text) AND (market_id IS NOT NULL) AND (segment_id IS NULL)) OR ((customer_id IS NULL) AND ((kind)::text = 'segment'::text) AND (segment_id IS NOT NULL)) OR ((customer_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['contract'::character varying, 'customer'::character varying])::text[])) AND (segment_id IS NULL)) OR ((customer_id IS NULL) AND ((kind)::text = 'cost'::text) AND (market_id IS NULL) AND (segment_id IS NULL)))),
    CONSTRAINT price_list_of_a_warehouse CHECK (((location_id IS NULL) OR ((kind)::text = 'cost'::text))),
    CONSTRAINT pricing_pricelist_revision_check CHECK ((revision >= 0))
);
ALTER TABLE public.pricing_pricelist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricelist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pricing_pricepolicy (
    id bigint NOT NULL,
    best_price_wins boolean NOT NULL,
    customer_id bigint NOT NULL,
    on_request_but_id bigint
);
ALTER TABLE public.pricing_pricepolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricepolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.receivables_allocation (
    id bigint NOT NULL,
    amount numeric(18,4) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    open_item_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT allocation_moves CHECK ((NOT (amount = (0)::numeric)))
);
ALTER TABLE public.receivables_allocation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.receivables_allocation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.receivables_openitem (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    amount numeric(18,4) NOT NULL,
    open_amount numeric(18,4) NOT NULL,
    due_on date NOT NULL,
    closed_at timestamp with time zone,
    customer_id bigint,
    invoice_id bigint NOT NULL,
    CONSTRAINT open_item_within CHECK ((((amount >= (0)::numeric) AND (open_amount >= (0)::numeric) AND (open_amount <= amount)) OR ((amount < (0)::numeric) AND (open_amount >= amount) AND (open_amount <= (0)::numeric))))
);
ALTER TABLE public.receivables_openitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.receivables_openitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.receivables_receivableentry (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(12) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    method character varying(30) NOT NULL,
    external_id character varying(100) NOT NULL,
    booked_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    customer_id bigint,
    invoice_id bigint,
    market_id bigint NOT NULL,
    CONSTRAINT receivable_sign CHECK ((((amount > (0)::numeric) AND ((kind)::text = ANY (ARRAY[('invoice'::character varying)::text, ('refund'::character varying)::text]))) OR ((amount < (0)::numeric) AND ((kind)::text = ANY (ARRAY[('payment'::character varying)::text, ('credit_note'::character varying)::text]))) OR (amount = (0)::numeric)))
);
ALTER TABLE public.receivables_receivableentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.receivables_receivableentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.returns_return (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(30) NOT NULL,
    state character varying(10) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone,
    credit_note_id bigint,
    order_id bigint NOT NULL
);
ALTER TABLE public.returns_return ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.returns_return_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.returns_returnline (
    id bigint NOT NULL,
    quantity numeric(12,3) NOT NULL,
    reason character varying(20) NOT NULL,
    restocked boolean NOT NULL,
    order_line_id bigint NOT NULL,
    return_record_id bigint NOT NULL,
    CONSTRAINT return_line_quantity CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.returns_returnline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.returns_returnline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_merchandising (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    place character varying(12) NOT NULL,
    text character varying(100) NOT NULL,
    text_key character varying(100) NOT NULL,
    action character varying(6) NOT NULL,
    "position" smallint NOT NULL,
    starts_on date,
    ends_on date,
    brand_id bigint,
    category_id bigint,
    market_id bigint,
    product_id bigint,
    segment_id bigint,
    CONSTRAINT search_merchandising_position_check CHECK (("position" >= 0)),
    CONSTRAINT search_merchandising_what CHECK ((((brand_id IS NULL) AND (product_id IS NOT NULL)) OR ((brand_id IS NOT NULL) AND (product_id IS NULL) AND (NOT ((action)::text = 'pin'::text)) AND (NOT ((place)::text = 'suggestions'::text))))),
    CONSTRAINT search_merchandising_where CHECK ((((category_id IS NULL) AND ((place)::text = 'query'::text) AND (NOT ((text_key)::text = ''::text))) OR ((category_id IS NOT NULL) AND ((place)::text = 'category'::text) AND ((text_key)::text = ''::text)) OR ((category_id IS NULL) AND ((place)::text = 'suggestions'::text) AND ((text_key)::text = ''::text))))
);
ALTER TABLE public.search_merchandising ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_merchandising_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_redirect (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    language character varying(5) NOT NULL,
    text character varying(100) NOT NULL,
    text_key character varying(100) NOT NULL,
    target character varying(300) NOT NULL
);
ALTER TABLE public.search_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchchange (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    target_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    is_bulk boolean DEFAULT false NOT NULL,
    transaction bigint DEFAULT 0 NOT NULL
);
ALTER TABLE public.search_searchchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchnode (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    host character varying(255) NOT NULL,
    horizon bigint NOT NULL,
    documents bigint NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT search_searchnode_documents_check CHECK ((documents >= 0))
);
ALTER TABLE public.search_searchnode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchnode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchtally (
    id bigint NOT NULL,
    day date NOT NULL,
    language character varying(5) NOT NULL,
    text character varying(100) NOT NULL,
    searches integer NOT NULL,
    without_hits integer NOT NULL,
    clicks integer NOT NULL,
    market_id bigint NOT NULL,
    CONSTRAINT search_searchtally_clicks_check CHECK ((clicks >= 0)),
    CONSTRAINT search_searchtally_searches_check CHECK ((searches >= 0)),
    CONSTRAINT search_searchtally_without_hits_check CHECK ((without_hits >= 0))
);
ALTER TABLE public.search_searchtally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchtally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_synonym (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    language character varying(5) NOT NULL,
    terms character varying(60)[] NOT NULL,
    CONSTRAINT search_synonym_two CHECK ((
CASE
    WHEN (terms IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(terms, 1), 0)
END >= 2))
);
ALTER TABLE public.search_synonym ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_synonym_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_exemptioncertificate (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(60) NOT NULL,
    country character varying(2) NOT NULL,
    category character varying(2) NOT NULL,
    reason character varying(200) NOT NULL,
    file character varying(160) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    state character varying(10) NOT NULL,
    answer character varying(300) NOT NULL,
    sent_by_id bigint,
    decided_by_id bigint,
    decided_at timestamp with time zone,
    reminded_on date,
    created_at timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL,
    CONSTRAINT exemption_decided CHECK ((((decided_at IS NULL) AND ((state)::text = 'pending'::text)) OR ((NOT ((state)::text = 'pending'::text)) AND (decided_at IS NOT NULL)))),
    CONSTRAINT exemption_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
ALTER TABLE public.tax_exemptioncertificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_exemptioncertificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_exemptioncertificate_tax_classes (
    id bigint NOT NULL,
    exemptioncertificate_id bigint CONSTRAINT tax_exemptioncertificate_tax_c_exemptioncertificate_id_not_null NOT NULL,
    taxclass_id bigint NOT NULL
);
ALTER TABLE public.tax_exemptioncertificate_tax_classes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_exemptioncertificate_tax_classes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_taxclass (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    names jsonb NOT NULL,
    is_service boolean DEFAULT false NOT NULL
);
ALTER TABLE public.tax_taxclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_taxclass_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_taxrate (
    id bigint NOT NULL,
    country character varying(2) NOT NULL,
    category character varying(2) NOT NULL,
    percent numeric(5,2) NOT NULL,
    period daterange NOT NULL,
    exemption_reason character varying(200) NOT NULL,
    tax_class_id bigint NOT NULL,
    is_reversed boolean DEFAULT false NOT NULL,
    CONSTRAINT tax_rate_category_fits CHECK (((((category)::text = 'S'::text) AND (percent > (0)::numeric)) OR ((NOT ((category)::text = 'S'::text)) AND (percent = (0)::numeric)))),
    CONSTRAINT tax_rate_percent CHECK (((percent >= (0)::numeric) AND (percent < (100)::numeric)))
);
ALTER TABLE public.tax_taxrate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_taxrate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tax_vatcheck (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    written character varying(20) NOT NULL,
    outcome character varying(12) NOT NULL,
    source character varying(8) NOT NULL,
    consultation_number character varying(40) NOT NULL,
    name character varying(300) NOT NULL,
    address character varying(500) NOT NULL,
    reason character varying(200) NOT NULL,
    person_id bigint,
    checked_at timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL
);
ALTER TABLE public.tax_vatcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tax_vatcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);












INSERT INTO public.auth_group VALUES
	(1, 'Moderators'),
	(2, 'Editors'),
	(3, 'product'),
	(4, 'sales'),
	(5, 'finance'),
	(6, 'service'),
	(7, 'warehouse'),
	(8, 'marketing'),
	(9, 'admin');
INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 1),
	(2, 2, 1),
	(3, 1, 112),
	(4, 1, 110),
	(5, 1, 111),
	(6, 2, 112),
	(7, 2, 110),
	(8, 2, 111),
	(9, 1, 113),
	(10, 2, 113),
	(11, 1, 114),
	(12, 1, 115),
	(13, 1, 116),
	(14, 2, 114),
	(15, 2, 115),
	(16, 2, 116),
	(17, 1, 117),
	(18, 2, 117),
	(19, 3, 1),
	(20, 3, 551),
	(21, 3, 552),
	(22, 3, 553),
	(23, 3, 554),
	(24, 3, 559),
	(25, 3, 560),
	(26, 3, 561),
	(27, 3, 562),
	(28, 3, 604),
	(29, 3, 605),
	(30, 3, 110),
	(31, 3, 111),
	(32, 3, 112),
	(33, 3, 114),
	(34, 3, 115),
	(35, 3, 116),
	(36, 3, 149),
	(37, 3, 153),
	(38, 3, 154),
	(39, 3, 155),
	(40, 3, 164),
	(41, 3, 165),
	(42, 3, 167),
	(43, 3, 216),
	(44, 3, 229),
	(45, 3, 230),
	(46, 3, 231),
	(47, 3, 232),
	(48, 3, 233),
	(49, 3, 234),
	(50, 3, 235),
	(51, 3, 236),
	(52, 3, 237),
	(53, 3, 238),
	(54, 3, 239),
	(55, 3, 240),
	(56, 3, 241),
	(57, 3, 242),
	(58, 3, 243),
	(59, 3, 244),
	(60, 3, 253),
	(61, 3, 254),
	(62, 3, 255),
	(63, 3, 256),
	(64, 3, 257),
	(65, 3, 258),
	(66, 3, 259),
	(67, 3, 260),
	(68, 3, 277),
	(69, 3, 278),
	(70, 3, 279),
	(71, 3, 280),
	(72, 3, 281),
	(73, 3, 282),
	(74, 3, 283),
	(75, 3, 284),
	(76, 3, 297),
	(77, 3, 298),
	(78, 3, 299),
	(79, 3, 300),
	(80, 3, 301),
	(81, 3, 302),
	(82, 3, 303),
	(83, 3, 304),
	(84, 3, 313),
	(85, 3, 314),
	(86, 3, 315),
	(87, 3, 316),
	(88, 3, 325),
	(89, 3, 326),
	(90, 3, 327),
	(91, 3, 328),
	(92, 3, 333),
	(93, 3, 334),
	(94, 3, 335),
	(95, 3, 336),
	(96, 3, 364),
	(97, 3, 372),
	(98, 3, 376),
	(99, 3, 380),
	(100, 3, 384),
	(101, 3, 392),
	(102, 3, 400),
	(103, 3, 409),
	(104, 3, 410),
	(105, 3, 412),
	(106, 3, 461),
	(107, 3, 462),
	(108, 3, 463),
	(109, 3, 464),
	(110, 3, 465),
	(111, 3, 466),
	(112, 3, 467),
	(113, 3, 468),
	(114, 3, 469),
	(115, 3, 470),
	(116, 3, 471),
	(117, 3, 472),
	(118, 3, 476),
	(119, 4, 256),
	(120, 4, 1),
	(121, 4, 384),
	(122, 4, 516),
	(123, 4, 260),
	(124, 4, 392),
	(125, 4, 397),
	(126, 4, 398),
	(127, 4, 400),
	(128, 4, 532),
	(129, 4, 149),
	(130, 4, 534),
	(131, 4, 280),
	(132, 4, 153),
	(133, 4, 154),
	(134, 4, 155),
	(135, 4, 284),
	(136, 4, 412),
	(137, 4, 546),
	(138, 4, 425),
	(139, 4, 426),
	(140, 4, 428),
	(141, 4, 300),
	(142, 4, 304),
	(143, 4, 566),
	(144, 4, 316),
	(145, 4, 575),
	(146, 4, 192),
	(147, 4, 193),
	(148, 4, 195),
	(149, 4, 196),
	(150, 4, 197),
	(151, 4, 198),
	(152, 4, 328),
	(153, 4, 201),
	(154, 4, 202),
	(155, 4, 587),
	(156, 4, 204),
	(157, 4, 200),
	(158, 4, 336),
	(159, 4, 464),
	(160, 4, 212),
	(161, 4, 468),
	(162, 4, 472),
	(163, 4, 476),
	(164, 4, 221),
	(165, 4, 224),
	(166, 4, 232),
	(167, 4, 364),
	(168, 4, 236),
	(169, 4, 240),
	(170, 4, 372),
	(171, 4, 244),
	(172, 4, 376),
	(173, 4, 377),
	(174, 4, 378),
	(175, 4, 380),
	(176, 4, 381),
	(177, 4, 382),
	(178, 5, 384),
	(179, 5, 1),
	(180, 5, 516),
	(181, 5, 392),
	(182, 5, 400),
	(183, 5, 532),
	(184, 5, 409),
	(185, 5, 410),
	(186, 5, 412),
	(187, 5, 546),
	(188, 5, 428),
	(189, 5, 180),
	(190, 5, 181),
	(191, 5, 566),
	(192, 5, 183),
	(193, 5, 567),
	(194, 5, 575),
	(195, 5, 576),
	(196, 5, 193),
	(197, 5, 579),
	(198, 5, 195),
	(199, 5, 200),
	(200, 5, 587),
	(201, 5, 204),
	(202, 5, 212),
	(203, 5, 213),
	(204, 5, 214),
	(205, 5, 216),
	(206, 5, 217),
	(207, 5, 218),
	(208, 5, 220),
	(209, 5, 221),
	(210, 5, 222),
	(211, 5, 224),
	(212, 5, 380),
	(213, 6, 256),
	(214, 6, 1),
	(215, 6, 384),
	(216, 6, 516),
	(217, 6, 260),
	(218, 6, 392),
	(219, 6, 400),
	(220, 6, 532),
	(221, 6, 534),
	(222, 6, 280),
	(223, 6, 284),
	(224, 6, 546),
	(225, 6, 554),
	(226, 6, 428),
	(227, 6, 300),
	(228, 6, 304),
	(229, 6, 562),
	(230, 6, 566),
	(231, 6, 316),
	(232, 6, 575),
	(233, 6, 192),
	(234, 6, 193),
	(235, 6, 195),
	(236, 6, 196),
	(237, 6, 197),
	(238, 6, 198),
	(239, 6, 328),
	(240, 6, 584),
	(241, 6, 202),
	(242, 6, 587),
	(243, 6, 204),
	(244, 6, 201),
	(245, 6, 200),
	(246, 6, 336),
	(247, 6, 212),
	(248, 6, 221),
	(249, 6, 224),
	(250, 6, 232),
	(251, 6, 364),
	(252, 6, 236),
	(253, 6, 240),
	(254, 6, 372),
	(255, 6, 244),
	(256, 6, 376),
	(257, 6, 380),
	(258, 7, 1),
	(259, 7, 546),
	(260, 7, 376),
	(261, 7, 260),
	(262, 7, 585),
	(263, 7, 587),
	(264, 7, 364),
	(265, 7, 372),
	(266, 7, 532),
	(267, 7, 149),
	(268, 7, 316),
	(269, 7, 533),
	(270, 7, 153),
	(271, 7, 154),
	(272, 7, 155),
	(273, 7, 284),
	(274, 7, 374),
	(275, 8, 256),
	(276, 8, 1),
	(277, 8, 384),
	(278, 8, 260),
	(279, 8, 389),
	(280, 8, 390),
	(281, 8, 391),
	(282, 8, 392),
	(283, 8, 400),
	(284, 8, 280),
	(285, 8, 284),
	(286, 8, 300),
	(287, 8, 304),
	(288, 8, 316),
	(289, 8, 191),
	(290, 8, 449),
	(291, 8, 450),
	(292, 8, 451),
	(293, 8, 452),
	(294, 8, 453),
	(295, 8, 454),
	(296, 8, 455),
	(297, 8, 328),
	(298, 8, 456),
	(299, 8, 461),
	(300, 8, 462),
	(301, 8, 463),
	(302, 8, 336),
	(303, 8, 465),
	(304, 8, 466),
	(305, 8, 467),
	(306, 8, 468),
	(307, 8, 469),
	(308, 8, 464),
	(309, 8, 471),
	(310, 8, 472),
	(311, 8, 470),
	(312, 8, 604),
	(313, 8, 476),
	(314, 8, 605),
	(315, 8, 232),
	(316, 8, 236),
	(317, 8, 110),
	(318, 8, 111),
	(319, 8, 240),
	(320, 8, 112),
	(321, 8, 114),
	(322, 8, 115),
	(323, 8, 244),
	(324, 8, 116),
	(325, 8, 380),
	(326, 9, 1),
	(327, 9, 110),
	(328, 9, 111),
	(329, 9, 112),
	(330, 9, 114),
	(331, 9, 115),
	(332, 9, 116),
	(333, 9, 121),
	(334, 9, 125),
	(335, 9, 129),
	(336, 9, 133),
	(337, 9, 137),
	(338, 9, 141),
	(339, 9, 145),
	(340, 9, 146),
	(341, 9, 147),
	(342, 9, 148),
	(343, 9, 149),
	(344, 9, 150),
	(345, 9, 151),
	(346, 9, 152),
	(347, 9, 153),
	(348, 9, 154),
	(349, 9, 155),
	(350, 9, 156),
	(351, 9, 157),
	(352, 9, 158),
	(353, 9, 159),
	(354, 9, 160),
	(355, 9, 161),
	(356, 9, 162),
	(357, 9, 163),
	(358, 9, 164),
	(359, 9, 165),
	(360, 9, 166),
	(361, 9, 167),
	(362, 9, 168),
	(363, 9, 169),
	(364, 9, 170),
	(365, 9, 171),
	(366, 9, 175),
	(367, 9, 176),
	(368, 9, 177),
	(369, 9, 178),
	(370, 9, 179),
	(371, 9, 180),
	(372, 9, 181),
	(373, 9, 182),
	(374, 9, 183),
	(375, 9, 184),
	(376, 9, 185),
	(377, 9, 186),
	(378, 9, 187),
	(379, 9, 188),
	(380, 9, 189),
	(381, 9, 190),
	(382, 9, 191),
	(383, 9, 192),
	(384, 9, 193),
	(385, 9, 194),
	(386, 9, 195),
	(387, 9, 196),
	(388, 9, 197),
	(389, 9, 198),
	(390, 9, 199),
	(391, 9, 200),
	(392, 9, 201),
	(393, 9, 202),
	(394, 9, 203),
	(395, 9, 204),
	(396, 9, 205),
	(397, 9, 206),
	(398, 9, 207),
	(399, 9, 208),
	(400, 9, 209),
	(401, 9, 210),
	(402, 9, 211),
	(403, 9, 212),
	(404, 9, 213),
	(405, 9, 214),
	(406, 9, 215),
	(407, 9, 216),
	(408, 9, 217),
	(409, 9, 218),
	(410, 9, 219),
	(411, 9, 220),
	(412, 9, 221),
	(413, 9, 222),
	(414, 9, 223),
	(415, 9, 224),
	(416, 9, 225),
	(417, 9, 226),
	(418, 9, 227),
	(419, 9, 228),
	(420, 9, 229),
	(421, 9, 230),
	(422, 9, 231),
	(423, 9, 232),
	(424, 9, 233),
	(425, 9, 234),
	(426, 9, 235),
	(427, 9, 236),
	(428, 9, 237),
	(429, 9, 238),
	(430, 9, 239),
	(431, 9, 240),
	(432, 9, 241),
	(433, 9, 242),
	(434, 9, 243),
	(435, 9, 244),
	(436, 9, 245),
	(437, 9, 246),
	(438, 9, 247),
	(439, 9, 248),
	(440, 9, 249),
	(441, 9, 250),
	(442, 9, 251),
	(443, 9, 252),
	(444, 9, 253),
	(445, 9, 254),
	(446, 9, 255),
	(447, 9, 256),
	(448, 9, 257),
	(449, 9, 258),
	(450, 9, 259),
	(451, 9, 260),
	(452, 9, 261),
	(453, 9, 262),
	(454, 9, 263),
	(455, 9, 264),
	(456, 9, 265),
	(457, 9, 266),
	(458, 9, 267),
	(459, 9, 268),
	(460, 9, 269),
	(461, 9, 270),
	(462, 9, 271),
	(463, 9, 272),
	(464, 9, 273),
	(465, 9, 274),
	(466, 9, 275),
	(467, 9, 276),
	(468, 9, 277),
	(469, 9, 278),
	(470, 9, 279),
	(471, 9, 280),
	(472, 9, 281),
	(473, 9, 282),
	(474, 9, 283),
	(475, 9, 284),
	(476, 9, 285),
	(477, 9, 286),
	(478, 9, 287),
	(479, 9, 288),
	(480, 9, 289),
	(481, 9, 290),
	(482, 9, 291),
	(483, 9, 292),
	(484, 9, 293),
	(485, 9, 294),
	(486, 9, 295),
	(487, 9, 296),
	(488, 9, 297),
	(489, 9, 298),
	(490, 9, 299),
	(491, 9, 300),
	(492, 9, 301),
	(493, 9, 302),
	(494, 9, 303),
	(495, 9, 304),
	(496, 9, 305),
	(497, 9, 306),
	(498, 9, 307),
	(499, 9, 308),
	(500, 9, 309);
INSERT INTO public.auth_group_permissions VALUES
	(501, 9, 310),
	(502, 9, 311),
	(503, 9, 312),
	(504, 9, 313),
	(505, 9, 314),
	(506, 9, 315),
	(507, 9, 316),
	(508, 9, 317),
	(509, 9, 318),
	(510, 9, 319),
	(511, 9, 320),
	(512, 9, 321),
	(513, 9, 322),
	(514, 9, 323),
	(515, 9, 324),
	(516, 9, 325),
	(517, 9, 326),
	(518, 9, 327),
	(519, 9, 328),
	(520, 9, 329),
	(521, 9, 330),
	(522, 9, 331),
	(523, 9, 332),
	(524, 9, 333),
	(525, 9, 334),
	(526, 9, 335),
	(527, 9, 336),
	(528, 9, 337),
	(529, 9, 338),
	(530, 9, 339),
	(531, 9, 340),
	(532, 9, 341),
	(533, 9, 342),
	(534, 9, 343),
	(535, 9, 344),
	(536, 9, 345),
	(537, 9, 346),
	(538, 9, 347),
	(539, 9, 348),
	(540, 9, 349),
	(541, 9, 350),
	(542, 9, 351),
	(543, 9, 352),
	(544, 9, 353),
	(545, 9, 354),
	(546, 9, 355),
	(547, 9, 356),
	(548, 9, 357),
	(549, 9, 358),
	(550, 9, 359),
	(551, 9, 360),
	(552, 9, 361),
	(553, 9, 362),
	(554, 9, 363),
	(555, 9, 364),
	(556, 9, 365),
	(557, 9, 366),
	(558, 9, 367),
	(559, 9, 368),
	(560, 9, 369),
	(561, 9, 370),
	(562, 9, 371),
	(563, 9, 372),
	(564, 9, 373),
	(565, 9, 374),
	(566, 9, 375),
	(567, 9, 376),
	(568, 9, 377),
	(569, 9, 378),
	(570, 9, 379),
	(571, 9, 380),
	(572, 9, 381),
	(573, 9, 382),
	(574, 9, 383),
	(575, 9, 384),
	(576, 9, 385),
	(577, 9, 386),
	(578, 9, 387),
	(579, 9, 388),
	(580, 9, 389),
	(581, 9, 390),
	(582, 9, 391),
	(583, 9, 392),
	(584, 9, 393),
	(585, 9, 394),
	(586, 9, 395),
	(587, 9, 396),
	(588, 9, 397),
	(589, 9, 398),
	(590, 9, 399),
	(591, 9, 400),
	(592, 9, 401),
	(593, 9, 402),
	(594, 9, 403),
	(595, 9, 404),
	(596, 9, 405),
	(597, 9, 406),
	(598, 9, 407),
	(599, 9, 408),
	(600, 9, 409),
	(601, 9, 410),
	(602, 9, 411),
	(603, 9, 412),
	(604, 9, 413),
	(605, 9, 414),
	(606, 9, 415),
	(607, 9, 416),
	(608, 9, 417),
	(609, 9, 418),
	(610, 9, 419),
	(611, 9, 420),
	(612, 9, 421),
	(613, 9, 422),
	(614, 9, 423),
	(615, 9, 424),
	(616, 9, 425),
	(617, 9, 426),
	(618, 9, 427),
	(619, 9, 428),
	(620, 9, 429),
	(621, 9, 430),
	(622, 9, 431),
	(623, 9, 432),
	(624, 9, 433),
	(625, 9, 434),
	(626, 9, 435),
	(627, 9, 436),
	(628, 9, 437),
	(629, 9, 438),
	(630, 9, 439),
	(631, 9, 440),
	(632, 9, 441),
	(633, 9, 442),
	(634, 9, 443),
	(635, 9, 444),
	(636, 9, 445),
	(637, 9, 446),
	(638, 9, 447),
	(639, 9, 448),
	(640, 9, 449),
	(641, 9, 450),
	(642, 9, 451),
	(643, 9, 452),
	(644, 9, 453),
	(645, 9, 454),
	(646, 9, 455),
	(647, 9, 456),
	(648, 9, 457),
	(649, 9, 458),
	(650, 9, 459),
	(651, 9, 460),
	(652, 9, 461),
	(653, 9, 462),
	(654, 9, 463),
	(655, 9, 464),
	(656, 9, 465),
	(657, 9, 466),
	(658, 9, 467),
	(659, 9, 468),
	(660, 9, 469),
	(661, 9, 470),
	(662, 9, 471),
	(663, 9, 472),
	(664, 9, 473),
	(665, 9, 474),
	(666, 9, 475),
	(667, 9, 476),
	(668, 9, 477),
	(669, 9, 478),
	(670, 9, 479),
	(671, 9, 480),
	(672, 9, 481),
	(673, 9, 482),
	(674, 9, 483),
	(675, 9, 484),
	(676, 9, 485),
	(677, 9, 486),
	(678, 9, 487),
	(679, 9, 488),
	(680, 9, 489),
	(681, 9, 490),
	(682, 9, 491),
	(683, 9, 492),
	(684, 9, 493),
	(685, 9, 494),
	(686, 9, 495),
	(687, 9, 496),
	(688, 9, 497),
	(689, 9, 498),
	(690, 9, 499),
	(691, 9, 500),
	(692, 9, 501),
	(693, 9, 502),
	(694, 9, 503),
	(695, 9, 504),
	(696, 9, 505),
	(697, 9, 506),
	(698, 9, 507),
	(699, 9, 508),
	(700, 9, 509),
	(701, 9, 510),
	(702, 9, 511),
	(703, 9, 512),
	(704, 9, 513),
	(705, 9, 514),
	(706, 9, 515),
	(707, 9, 516),
	(708, 9, 517),
	(709, 9, 518),
	(710, 9, 519),
	(711, 9, 520),
	(712, 9, 521),
	(713, 9, 522),
	(714, 9, 523),
	(715, 9, 524),
	(716, 9, 525),
	(717, 9, 526),
	(718, 9, 527),
	(719, 9, 528),
	(720, 9, 529),
	(721, 9, 530),
	(722, 9, 531),
	(723, 9, 532),
	(724, 9, 533),
	(725, 9, 534),
	(726, 9, 535),
	(727, 9, 536),
	(728, 9, 537),
	(729, 9, 538),
	(730, 9, 539),
	(731, 9, 540),
	(732, 9, 541),
	(733, 9, 542),
	(734, 9, 543),
	(735, 9, 544),
	(736, 9, 545),
	(737, 9, 546),
	(738, 9, 547),
	(739, 9, 548),
	(740, 9, 549),
	(741, 9, 550),
	(742, 9, 551),
	(743, 9, 552),
	(744, 9, 553),
	(745, 9, 554),
	(746, 9, 555),
	(747, 9, 556),
	(748, 9, 557),
	(749, 9, 558),
	(750, 9, 559),
	(751, 9, 560),
	(752, 9, 561),
	(753, 9, 562),
	(754, 9, 563),
	(755, 9, 564),
	(756, 9, 565),
	(757, 9, 566),
	(758, 9, 567),
	(759, 9, 568),
	(760, 9, 569),
	(761, 9, 570),
	(762, 9, 571),
	(763, 9, 572),
	(764, 9, 573),
	(765, 9, 574),
	(766, 9, 575),
	(767, 9, 576),
	(768, 9, 577),
	(769, 9, 578),
	(770, 9, 579),
	(771, 9, 580),
	(772, 9, 581),
	(773, 9, 582),
	(774, 9, 583),
	(775, 9, 584),
	(776, 9, 585),
	(777, 9, 586),
	(778, 9, 587),
	(779, 9, 588),
	(780, 9, 589),
	(781, 9, 590),
	(782, 9, 591),
	(783, 9, 604),
	(784, 9, 605),
	(785, 9, 635),
	(786, 9, 637),
	(787, 9, 651),
	(788, 9, 653);
INSERT INTO public.auth_permission VALUES
	(1, 'Can access Wagtail admin', 2, 'access_admin'),
	(2, 'Can add locale', 4, 'add_locale'),
	(3, 'Can change locale', 4, 'change_locale'),
	(4, 'Can delete locale', 4, 'delete_locale'),
	(5, 'Can view locale', 4, 'view_locale'),
	(6, 'Can add site', 5, 'add_site'),
	(7, 'Can change site', 5, 'change_site'),
	(8, 'Can delete site', 5, 'delete_site'),
	(9, 'Can view site', 5, 'view_site'),
	(10, 'Can add group site permission', 6, 'add_groupsitepermission'),
	(11, 'Can change group site permission', 6, 'change_groupsitepermission'),
	(12, 'Can delete group site permission', 6, 'delete_groupsitepermission'),
	(13, 'Can view group site permission', 6, 'view_groupsitepermission'),
	(14, 'Can add API token', 7, 'add_apitoken'),
	(15, 'Can change API token', 7, 'change_apitoken'),
	(16, 'Can delete API token', 7, 'delete_apitoken'),
	(17, 'Can view API token', 7, 'view_apitoken'),
	(18, 'Can add model log entry', 8, 'add_modellogentry'),
	(19, 'Can change model log entry', 8, 'change_modellogentry'),
	(20, 'Can delete model log entry', 8, 'delete_modellogentry'),
	(21, 'Can view model log entry', 8, 'view_modellogentry'),
	(22, 'Can add revision', 9, 'add_revision'),
	(23, 'Can change revision', 9, 'change_revision'),
	(24, 'Can delete revision', 9, 'delete_revision'),
	(25, 'Can view revision', 9, 'view_revision'),
	(26, 'Can add collection view restriction', 10, 'add_collectionviewrestriction'),
	(27, 'Can change collection view restriction', 10, 'change_collectionviewrestriction'),
	(28, 'Can delete collection view restriction', 10, 'delete_collectionviewrestriction'),
	(29, 'Can view collection view restriction', 10, 'view_collectionviewrestriction'),
	(30, 'Can add collection', 11, 'add_collection'),
	(31, 'Can change collection', 11, 'change_collection'),
	(32, 'Can delete collection', 11, 'delete_collection'),
	(33, 'Can view collection', 11, 'view_collection'),
	(34, 'Can add group collection permission', 12, 'add_groupcollectionpermission'),
	(35, 'Can change group collection permission', 12, 'change_groupcollectionpermission'),
	(36, 'Can delete group collection permission', 12, 'delete_groupcollectionpermission'),
	(37, 'Can view group collection permission', 12, 'view_groupcollectionpermission'),
	(38, 'Can add uploaded file', 13, 'add_uploadedfile'),
	(39, 'Can change uploaded file', 13, 'change_uploadedfile'),
	(40, 'Can delete uploaded file', 13, 'delete_uploadedfile'),
	(41, 'Can view uploaded file', 13, 'view_uploadedfile'),
	(42, 'Can add workflow content type', 14, 'add_workflowcontenttype'),
	(43, 'Can change workflow content type', 14, 'change_workflowcontenttype'),
	(44, 'Can delete workflow content type', 14, 'delete_workflowcontenttype'),
	(45, 'Can view workflow content type', 14, 'view_workflowcontenttype'),
	(46, 'Can add Workflow state', 15, 'add_workflowstate'),
	(47, 'Can change Workflow state', 15, 'change_workflowstate'),
	(48, 'Can delete Workflow state', 15, 'delete_workflowstate'),
	(49, 'Can view Workflow state', 15, 'view_workflowstate'),
	(50, 'Can add workflow', 16, 'add_workflow'),
	(51, 'Can change workflow', 16, 'change_workflow'),
	(52, 'Can delete workflow', 16, 'delete_workflow'),
	(53, 'Can view workflow', 16, 'view_workflow'),
	(54, 'Can add workflow task order', 17, 'add_workflowtask'),
	(55, 'Can change workflow task order', 17, 'change_workflowtask'),
	(56, 'Can delete workflow task order', 17, 'delete_workflowtask'),
	(57, 'Can view workflow task order', 17, 'view_workflowtask'),
	(58, 'Can add task', 18, 'add_task'),
	(59, 'Can change task', 18, 'change_task'),
	(60, 'Can delete task', 18, 'delete_task'),
	(61, 'Can view task', 18, 'view_task'),
	(62, 'Can add Group approval task', 3, 'add_groupapprovaltask'),
	(63, 'Can change Group approval task', 3, 'change_groupapprovaltask'),
	(64, 'Can delete Group approval task', 3, 'delete_groupapprovaltask'),
	(65, 'Can view Group approval task', 3, 'view_groupapprovaltask'),
	(66, 'Can add Task state', 19, 'add_taskstate'),
	(67, 'Can change Task state', 19, 'change_taskstate'),
	(68, 'Can delete Task state', 19, 'delete_taskstate'),
	(69, 'Can view Task state', 19, 'view_taskstate'),
	(70, 'Can add page', 1, 'add_page'),
	(71, 'Can change page', 1, 'change_page'),
	(72, 'Can delete page', 1, 'delete_page'),
	(73, 'Can view page', 1, 'view_page'),
	(74, 'Delete pages with children', 1, 'bulk_delete_page'),
	(75, 'Lock/unlock pages you''ve locked', 1, 'lock_page'),
	(76, 'Publish any page', 1, 'publish_page'),
	(77, 'Unlock any page', 1, 'unlock_page'),
	(78, 'Can add group page permission', 20, 'add_grouppagepermission'),
	(79, 'Can change group page permission', 20, 'change_grouppagepermission'),
	(80, 'Can delete group page permission', 20, 'delete_grouppagepermission'),
	(81, 'Can view group page permission', 20, 'view_grouppagepermission'),
	(82, 'Can add page view restriction', 21, 'add_pageviewrestriction'),
	(83, 'Can change page view restriction', 21, 'change_pageviewrestriction'),
	(84, 'Can delete page view restriction', 21, 'delete_pageviewrestriction'),
	(85, 'Can view page view restriction', 21, 'view_pageviewrestriction'),
	(86, 'Can add workflow page', 22, 'add_workflowpage'),
	(87, 'Can change workflow page', 22, 'change_workflowpage'),
	(88, 'Can delete workflow page', 22, 'delete_workflowpage'),
	(89, 'Can view workflow page', 22, 'view_workflowpage'),
	(90, 'Can add page log entry', 23, 'add_pagelogentry'),
	(91, 'Can change page log entry', 23, 'change_pagelogentry'),
	(92, 'Can delete page log entry', 23, 'delete_pagelogentry'),
	(93, 'Can view page log entry', 23, 'view_pagelogentry'),
	(94, 'Can add comment', 24, 'add_comment'),
	(95, 'Can change comment', 24, 'change_comment'),
	(96, 'Can delete comment', 24, 'delete_comment'),
	(97, 'Can view comment', 24, 'view_comment'),
	(98, 'Can add comment reply', 25, 'add_commentreply'),
	(99, 'Can change comment reply', 25, 'change_commentreply'),
	(100, 'Can delete comment reply', 25, 'delete_commentreply'),
	(101, 'Can view comment reply', 25, 'view_commentreply'),
	(102, 'Can add page subscription', 26, 'add_pagesubscription'),
	(103, 'Can change page subscription', 26, 'change_pagesubscription'),
	(104, 'Can delete page subscription', 26, 'delete_pagesubscription'),
	(105, 'Can view page subscription', 26, 'view_pagesubscription'),
	(106, 'Can add reference index', 27, 'add_referenceindex'),
	(107, 'Can change reference index', 27, 'change_referenceindex'),
	(108, 'Can delete reference index', 27, 'delete_referenceindex'),
	(109, 'Can view reference index', 27, 'view_referenceindex'),
	(110, 'Can add document', 28, 'add_document'),
	(111, 'Can change document', 28, 'change_document'),
	(112, 'Can delete document', 28, 'delete_document'),
	(113, 'Can choose document', 28, 'choose_document'),
	(114, 'Can add image', 29, 'add_image'),
	(115, 'Can change image', 29, 'change_image'),
	(116, 'Can delete image', 29, 'delete_image'),
	(117, 'Can choose image', 29, 'choose_image'),
	(118, 'Can add outbox event', 30, 'add_outboxevent'),
	(119, 'Can change outbox event', 30, 'change_outboxevent'),
	(120, 'Can delete outbox event', 30, 'delete_outboxevent'),
	(121, 'Can view outbox event', 30, 'view_outboxevent'),
	(122, 'Can add handled event', 31, 'add_handledevent'),
	(123, 'Can change handled event', 31, 'change_handledevent'),
	(124, 'Can delete handled event', 31, 'delete_handledevent'),
	(125, 'Can view handled event', 31, 'view_handledevent'),
	(126, 'Can add number series', 32, 'add_numberseries'),
	(127, 'Can change number series', 32, 'change_numberseries'),
	(128, 'Can delete number series', 32, 'delete_numberseries'),
	(129, 'Can view number series', 32, 'view_numberseries'),
	(130, 'Can add stored answer', 33, 'add_storedanswer'),
	(131, 'Can change stored answer', 33, 'change_storedanswer'),
	(132, 'Can delete stored answer', 33, 'delete_storedanswer'),
	(133, 'Can view stored answer', 33, 'view_storedanswer'),
	(134, 'Can add audit personal value', 34, 'add_auditpersonalvalue'),
	(135, 'Can change audit personal value', 34, 'change_auditpersonalvalue'),
	(136, 'Can delete audit personal value', 34, 'delete_auditpersonalvalue'),
	(137, 'Can view audit personal value', 34, 'view_auditpersonalvalue'),
	(138, 'Can add audit seal', 35, 'add_auditseal'),
	(139, 'Can change audit seal', 35, 'change_auditseal'),
	(140, 'Can delete audit seal', 35, 'delete_auditseal'),
	(141, 'Can view audit seal', 35, 'view_auditseal'),
	(142, 'Can add audit entry', 36, 'add_auditentry'),
	(143, 'Can change audit entry', 36, 'change_auditentry'),
	(144, 'Can delete audit entry', 36, 'delete_auditentry'),
	(145, 'Can view audit entry', 36, 'view_auditentry'),
	(146, 'Can add import profile', 37, 'add_importprofile'),
	(147, 'Can change import profile', 37, 'change_importprofile'),
	(148, 'Can delete import profile', 37, 'delete_importprofile'),
	(149, 'Can view import profile', 37, 'view_importprofile'),
	(150, 'Can add import', 38, 'add_importrun'),
	(151, 'Can change import', 38, 'change_importrun'),
	(152, 'Can delete import', 38, 'delete_importrun'),
	(153, 'Can view import', 38, 'view_importrun'),
	(154, 'Can import files', 38, 'run_import'),
	(155, 'Can undo imports', 38, 'undo_import'),
	(156, 'Can add import row', 39, 'add_importrow'),
	(157, 'Can change import row', 39, 'change_importrow'),
	(158, 'Can delete import row', 39, 'delete_importrow'),
	(159, 'Can view import row', 39, 'view_importrow'),
	(160, 'Can add planned change', 40, 'add_plannedchange'),
	(161, 'Can change planned change', 40, 'change_plannedchange'),
	(162, 'Can delete planned change', 40, 'delete_plannedchange'),
	(163, 'Can view planned change', 40, 'view_plannedchange'),
	(164, 'Can add owner of a field', 41, 'add_fieldowner'),
	(165, 'Can change owner of a field', 41, 'change_fieldowner'),
	(166, 'Can delete owner of a field', 41, 'delete_fieldowner'),
	(167, 'Can view owner of a field', 41, 'view_fieldowner'),
	(168, 'Can add view of a list', 42, 'add_listlayout'),
	(169, 'Can change view of a list', 42, 'change_listlayout'),
	(170, 'Can delete view of a list', 42, 'delete_listlayout'),
	(171, 'Can view view of a list', 42, 'view_listlayout'),
	(172, 'Can add person', 43, 'add_person'),
	(173, 'Can change person', 43, 'change_person'),
	(174, 'Can delete person', 43, 'delete_person'),
	(175, 'Can view person', 43, 'view_person'),
	(176, 'Can add API key', 44, 'add_apikey'),
	(177, 'Can change API key', 44, 'change_apikey'),
	(178, 'Can delete API key', 44, 'delete_apikey'),
	(179, 'Can view API key', 44, 'view_apikey'),
	(180, 'Can add payment term', 45, 'add_paymentterm'),
	(181, 'Can change payment term', 45, 'change_paymentterm'),
	(182, 'Can delete payment term', 45, 'delete_paymentterm'),
	(183, 'Can view payment term', 45, 'view_paymentterm'),
	(184, 'Can add market', 46, 'add_market'),
	(185, 'Can change market', 46, 'change_market'),
	(186, 'Can delete market', 46, 'delete_market'),
	(187, 'Can view market', 46, 'view_market'),
	(188, 'Can add segment', 47, 'add_segment'),
	(189, 'Can change segment', 47, 'change_segment'),
	(190, 'Can delete segment', 47, 'delete_segment'),
	(191, 'Can view segment', 47, 'view_segment'),
	(192, 'Can add customer', 48, 'add_customer'),
	(193, 'Can change customer', 48, 'change_customer'),
	(194, 'Can delete customer', 48, 'delete_customer'),
	(195, 'Can view customer', 48, 'view_customer'),
	(196, 'Can act for a customer', 48, 'act_for_customer'),
	(197, 'Can add address', 49, 'add_address'),
	(198, 'Can change address', 49, 'change_address'),
	(199, 'Can delete address', 49, 'delete_address'),
	(200, 'Can view address', 49, 'view_address'),
	(201, 'Can add member', 50, 'add_membership'),
	(202, 'Can change member', 50, 'change_membership'),
	(203, 'Can delete member', 50, 'delete_membership'),
	(204, 'Can view member', 50, 'view_membership'),
	(205, 'Can add document', 51, 'add_storeddocument'),
	(206, 'Can change document', 51, 'change_storeddocument'),
	(207, 'Can delete document', 51, 'delete_storeddocument'),
	(208, 'Can view document', 51, 'view_storeddocument'),
	(209, 'Can add mail', 52, 'add_sentmail'),
	(210, 'Can change mail', 52, 'change_sentmail'),
	(211, 'Can delete mail', 52, 'delete_sentmail'),
	(212, 'Can view mail', 52, 'view_sentmail'),
	(213, 'Can add tax class', 53, 'add_taxclass'),
	(214, 'Can change tax class', 53, 'change_taxclass'),
	(215, 'Can delete tax class', 53, 'delete_taxclass'),
	(216, 'Can view tax class', 53, 'view_taxclass'),
	(217, 'Can add tax rate', 54, 'add_taxrate'),
	(218, 'Can change tax rate', 54, 'change_taxrate'),
	(219, 'Can delete tax rate', 54, 'delete_taxrate'),
	(220, 'Can view tax rate', 54, 'view_taxrate'),
	(221, 'Can add exemption certificate', 55, 'add_exemptioncertificate'),
	(222, 'Can change exemption certificate', 55, 'change_exemptioncertificate'),
	(223, 'Can delete exemption certificate', 55, 'delete_exemptioncertificate'),
	(224, 'Can view exemption certificate', 55, 'view_exemptioncertificate'),
	(225, 'Can add vat check', 56, 'add_vatcheck'),
	(226, 'Can change vat check', 56, 'change_vatcheck'),
	(227, 'Can delete vat check', 56, 'delete_vatcheck'),
	(228, 'Can view vat check', 56, 'view_vatcheck'),
	(229, 'Can add assortment', 57, 'add_assortment'),
	(230, 'Can change assortment', 57, 'change_assortment'),
	(231, 'Can delete assortment', 57, 'delete_assortment'),
	(232, 'Can view assortment', 57, 'view_assortment'),
	(233, 'Can add attribute', 58, 'add_attribute'),
	(234, 'Can change attribute', 58, 'change_attribute'),
	(235, 'Can delete attribute', 58, 'delete_attribute'),
	(236, 'Can view attribute', 58, 'view_attribute'),
	(237, 'Can add brand', 59, 'add_brand'),
	(238, 'Can change brand', 59, 'change_brand'),
	(239, 'Can delete brand', 59, 'delete_brand'),
	(240, 'Can view brand', 59, 'view_brand'),
	(241, 'Can add family', 60, 'add_family'),
	(242, 'Can change family', 60, 'change_family'),
	(243, 'Can delete family', 60, 'delete_family'),
	(244, 'Can view family', 60, 'view_family'),
	(245, 'Can add picture', 61, 'add_picture'),
	(246, 'Can change picture', 61, 'change_picture'),
	(247, 'Can delete picture', 61, 'delete_picture'),
	(248, 'Can view picture', 61, 'view_picture'),
	(249, 'Can add family attribute', 62, 'add_familyattribute'),
	(250, 'Can change family attribute', 62, 'change_familyattribute'),
	(251, 'Can delete family attribute', 62, 'delete_familyattribute'),
	(252, 'Can view family attribute', 62, 'view_familyattribute'),
	(253, 'Can add category', 63, 'add_category'),
	(254, 'Can change category', 63, 'change_category'),
	(255, 'Can delete category', 63, 'delete_category'),
	(256, 'Can view category', 63, 'view_category'),
	(257, 'Can add product', 64, 'add_product'),
	(258, 'Can change product', 64, 'change_product'),
	(259, 'Can delete product', 64, 'delete_product'),
	(260, 'Can view product', 64, 'view_product'),
	(261, 'Can add old slug', 65, 'add_oldslug'),
	(262, 'Can change old slug', 65, 'change_oldslug'),
	(263, 'Can delete old slug', 65, 'delete_oldslug'),
	(264, 'Can view old slug', 65, 'view_oldslug'),
	(265, 'Can add product picture', 66, 'add_productpicture'),
	(266, 'Can change product picture', 66, 'change_productpicture'),
	(267, 'Can delete product picture', 66, 'delete_productpicture'),
	(268, 'Can view product picture', 66, 'view_productpicture'),
	(269, 'Can add product text', 67, 'add_producttext'),
	(270, 'Can change product text', 67, 'change_producttext'),
	(271, 'Can delete product text', 67, 'delete_producttext'),
	(272, 'Can view product text', 67, 'view_producttext'),
	(273, 'Can add relation', 68, 'add_relation'),
	(274, 'Can change relation', 68, 'change_relation'),
	(275, 'Can delete relation', 68, 'delete_relation'),
	(276, 'Can view relation', 68, 'view_relation'),
	(277, 'Can add size guide', 69, 'add_sizeguide'),
	(278, 'Can change size guide', 69, 'change_sizeguide'),
	(279, 'Can delete size guide', 69, 'delete_sizeguide'),
	(280, 'Can view size guide', 69, 'view_sizeguide'),
	(281, 'Can add variant', 70, 'add_variant'),
	(282, 'Can change variant', 70, 'change_variant'),
	(283, 'Can delete variant', 70, 'delete_variant'),
	(284, 'Can view variant', 70, 'view_variant'),
	(285, 'Can add customer article number', 71, 'add_customerarticlenumber'),
	(286, 'Can change customer article number', 71, 'change_customerarticlenumber'),
	(287, 'Can delete customer article number', 71, 'delete_customerarticlenumber'),
	(288, 'Can view customer article number', 71, 'view_customerarticlenumber'),
	(289, 'Can add assortment variant', 72, 'add_assortmentvariant'),
	(290, 'Can change assortment variant', 72, 'change_assortmentvariant'),
	(291, 'Can delete assortment variant', 72, 'delete_assortmentvariant'),
	(292, 'Can view assortment variant', 72, 'view_assortmentvariant'),
	(293, 'Can add assortment rule', 73, 'add_assortmentrule'),
	(294, 'Can change assortment rule', 73, 'change_assortmentrule'),
	(295, 'Can delete assortment rule', 73, 'delete_assortmentrule'),
	(296, 'Can view assortment rule', 73, 'view_assortmentrule'),
	(297, 'Can add attribute group', 74, 'add_attributegroup'),
	(298, 'Can change attribute group', 74, 'change_attributegroup'),
	(299, 'Can delete attribute group', 74, 'delete_attributegroup'),
	(300, 'Can view attribute group', 74, 'view_attributegroup'),
	(301, 'Can add channel', 75, 'add_channel'),
	(302, 'Can change channel', 75, 'change_channel'),
	(303, 'Can delete channel', 75, 'delete_channel'),
	(304, 'Can view channel', 75, 'view_channel'),
	(305, 'Can add channel text', 76, 'add_channeltext'),
	(306, 'Can change channel text', 76, 'change_channeltext'),
	(307, 'Can delete channel text', 76, 'delete_channeltext'),
	(308, 'Can view channel text', 76, 'view_channeltext'),
	(309, 'Can add completeness', 77, 'add_completeness'),
	(310, 'Can change completeness', 77, 'change_completeness'),
	(311, 'Can delete completeness', 77, 'delete_completeness'),
	(312, 'Can view completeness', 77, 'view_completeness'),
	(313, 'Can add document', 78, 'add_document'),
	(314, 'Can change document', 78, 'change_document'),
	(315, 'Can delete document', 78, 'delete_document'),
	(316, 'Can view document', 78, 'view_document'),
	(317, 'Can add document link', 79, 'add_documentlink'),
	(318, 'Can change document link', 79, 'change_documentlink'),
	(319, 'Can delete document link', 79, 'delete_documentlink'),
	(320, 'Can view document link', 79, 'view_documentlink'),
	(321, 'Can add packaging', 80, 'add_packaginglevel'),
	(322, 'Can change packaging', 80, 'change_packaginglevel'),
	(323, 'Can delete packaging', 80, 'delete_packaginglevel'),
	(324, 'Can view packaging', 80, 'view_packaginglevel'),
	(325, 'Can add requirement', 81, 'add_requirement'),
	(326, 'Can change requirement', 81, 'change_requirement'),
	(327, 'Can delete requirement', 81, 'delete_requirement'),
	(328, 'Can view requirement', 81, 'view_requirement'),
	(329, 'Can add document text', 82, 'add_documenttext'),
	(330, 'Can change document text', 82, 'change_documenttext'),
	(331, 'Can delete document text', 82, 'delete_documenttext'),
	(332, 'Can view document text', 82, 'view_documenttext'),
	(333, 'Can add selector', 83, 'add_selector'),
	(334, 'Can change selector', 83, 'change_selector'),
	(335, 'Can delete selector', 83, 'delete_selector'),
	(336, 'Can view selector', 83, 'view_selector'),
	(337, 'Can add question', 84, 'add_selectorquestion'),
	(338, 'Can change question', 84, 'change_selectorquestion'),
	(339, 'Can delete question', 84, 'delete_selectorquestion'),
	(340, 'Can view question', 84, 'view_selectorquestion'),
	(341, 'Can add bundle', 85, 'add_bundle'),
	(342, 'Can change bundle', 85, 'change_bundle'),
	(343, 'Can delete bundle', 85, 'delete_bundle'),
	(344, 'Can view bundle', 85, 'view_bundle'),
	(345, 'Can add part of a bundle', 86, 'add_bundlepart'),
	(346, 'Can change part of a bundle', 86, 'change_bundlepart'),
	(347, 'Can delete part of a bundle', 86, 'delete_bundlepart'),
	(348, 'Can view part of a bundle', 86, 'view_bundlepart'),
	(349, 'Can add assortment criterion', 87, 'add_assortmentcriterion'),
	(350, 'Can change assortment criterion', 87, 'change_assortmentcriterion'),
	(351, 'Can delete assortment criterion', 87, 'delete_assortmentcriterion'),
	(352, 'Can view assortment criterion', 87, 'view_assortmentcriterion'),
	(353, 'Can add demonstration block', 88, 'add_productblock'),
	(354, 'Can change demonstration block', 88, 'change_productblock'),
	(355, 'Can delete demonstration block', 88, 'delete_productblock'),
	(356, 'Can view demonstration block', 88, 'view_productblock'),
	(357, 'Can add spin frame', 89, 'add_spinframe'),
	(358, 'Can change spin frame', 89, 'change_spinframe'),
	(359, 'Can delete spin frame', 89, 'delete_spinframe'),
	(360, 'Can view spin frame', 89, 'view_spinframe'),
	(361, 'Can add location', 90, 'add_location'),
	(362, 'Can change location', 90, 'change_location'),
	(363, 'Can delete location', 90, 'delete_location'),
	(364, 'Can view location', 90, 'view_location'),
	(365, 'Can add reservation', 91, 'add_reservation'),
	(366, 'Can change reservation', 91, 'change_reservation'),
	(367, 'Can delete reservation', 91, 'delete_reservation'),
	(368, 'Can view reservation', 91, 'view_reservation'),
	(369, 'Can add stock entry', 92, 'add_stockentry'),
	(370, 'Can change stock entry', 92, 'change_stockentry'),
	(371, 'Can delete stock entry', 92, 'delete_stockentry'),
	(372, 'Can view stock entry', 92, 'view_stockentry'),
	(373, 'Can add stock', 93, 'add_stockitem'),
	(374, 'Can change stock', 93, 'change_stockitem'),
	(375, 'Can delete stock', 93, 'delete_stockitem'),
	(376, 'Can view stock', 93, 'view_stockitem'),
	(377, 'Can add price list', 94, 'add_pricelist'),
	(378, 'Can change price list', 94, 'change_pricelist'),
	(379, 'Can delete price list', 94, 'delete_pricelist'),
	(380, 'Can view price list', 94, 'view_pricelist'),
	(381, 'Can add price', 95, 'add_price'),
	(382, 'Can change price', 95, 'change_price'),
	(383, 'Can delete price', 95, 'delete_price'),
	(384, 'Can view price', 95, 'view_price'),
	(385, 'Can add price policy', 96, 'add_pricepolicy'),
	(386, 'Can change price policy', 96, 'change_pricepolicy'),
	(387, 'Can delete price policy', 96, 'delete_pricepolicy'),
	(388, 'Can view price policy', 96, 'view_pricepolicy'),
	(389, 'Can add campaign', 97, 'add_campaign'),
	(390, 'Can change campaign', 97, 'change_campaign'),
	(391, 'Can delete campaign', 97, 'delete_campaign'),
	(392, 'Can view campaign', 97, 'view_campaign'),
	(393, 'Can add consumer price', 98, 'add_consumerprice'),
	(394, 'Can change consumer price', 98, 'change_consumerprice'),
	(395, 'Can delete consumer price', 98, 'delete_consumerprice'),
	(396, 'Can view consumer price', 98, 'view_consumerprice'),
	(397, 'Can add discount', 99, 'add_discount'),
	(398, 'Can change discount', 99, 'change_discount'),
	(399, 'Can delete discount', 99, 'delete_discount'),
	(400, 'Can view discount', 99, 'view_discount'),
	(401, 'Can add price change', 100, 'add_pricechange'),
	(402, 'Can change price change', 100, 'change_pricechange'),
	(403, 'Can delete price change', 100, 'delete_pricechange'),
	(404, 'Can view price change', 100, 'view_pricechange'),
	(405, 'Can add price history', 101, 'add_pricehistory'),
	(406, 'Can change price history', 101, 'change_pricehistory'),
	(407, 'Can delete price history', 101, 'delete_pricehistory'),
	(408, 'Can view price history', 101, 'view_pricehistory'),
	(409, 'Can add cost list', 102, 'add_costlist'),
	(410, 'Can change cost list', 102, 'change_costlist'),
	(411, 'Can delete cost list', 102, 'delete_costlist'),
	(412, 'Can view cost list', 102, 'view_costlist'),
	(413, 'Can add use of a campaign', 103, 'add_campaignuse'),
	(414, 'Can change use of a campaign', 103, 'change_campaignuse'),
	(415, 'Can delete use of a campaign', 103, 'delete_campaignuse'),
	(416, 'Can view use of a campaign', 103, 'view_campaignuse'),
	(417, 'Can add delivery method', 104, 'add_deliverymethod'),
	(418, 'Can change delivery method', 104, 'change_deliverymethod'),
	(419, 'Can delete delivery method', 104, 'delete_deliverymethod'),
	(420, 'Can view delivery method', 104, 'view_deliverymethod'),
	(421, 'Can add delivery rate', 105, 'add_deliveryrate'),
	(422, 'Can change delivery rate', 105, 'change_deliveryrate'),
	(423, 'Can delete delivery rate', 105, 'delete_deliveryrate'),
	(424, 'Can view delivery rate', 105, 'view_deliveryrate'),
	(425, 'Can add agreement', 106, 'add_agreement'),
	(426, 'Can change agreement', 106, 'change_agreement'),
	(427, 'Can delete agreement', 106, 'delete_agreement'),
	(428, 'Can view agreement', 106, 'view_agreement'),
	(429, 'Can add agreement file', 107, 'add_agreementfile'),
	(430, 'Can change agreement file', 107, 'change_agreementfile'),
	(431, 'Can delete agreement file', 107, 'delete_agreementfile'),
	(432, 'Can view agreement file', 107, 'view_agreementfile'),
	(433, 'Can add agreement person', 108, 'add_agreementperson'),
	(434, 'Can change agreement person', 108, 'change_agreementperson'),
	(435, 'Can delete agreement person', 108, 'delete_agreementperson'),
	(436, 'Can view agreement person', 108, 'view_agreementperson'),
	(437, 'Can add agreement step', 109, 'add_agreementstep'),
	(438, 'Can change agreement step', 109, 'change_agreementstep'),
	(439, 'Can delete agreement step', 109, 'delete_agreementstep'),
	(440, 'Can view agreement step', 109, 'view_agreementstep'),
	(441, 'Can add wish for an agreement', 110, 'add_agreementwish'),
	(442, 'Can change wish for an agreement', 110, 'change_agreementwish'),
	(443, 'Can delete wish for an agreement', 110, 'delete_agreementwish'),
	(444, 'Can view wish for an agreement', 110, 'view_agreementwish'),
	(445, 'Can add tender row', 111, 'add_tenderrow'),
	(446, 'Can change tender row', 111, 'change_tenderrow'),
	(447, 'Can delete tender row', 111, 'delete_tenderrow'),
	(448, 'Can view tender row', 111, 'view_tenderrow'),
	(449, 'Can add guide or page', 112, 'add_article'),
	(450, 'Can change guide or page', 112, 'change_article'),
	(451, 'Can delete guide or page', 112, 'delete_article'),
	(452, 'Can view guide or page', 112, 'view_article'),
	(453, 'Can add home page', 113, 'add_homecontent'),
	(454, 'Can change home page', 113, 'change_homecontent'),
	(455, 'Can delete home page', 113, 'delete_homecontent'),
	(456, 'Can view home page', 113, 'view_homecontent'),
	(457, 'Can add search change', 114, 'add_searchchange'),
	(458, 'Can change search change', 114, 'change_searchchange'),
	(459, 'Can delete search change', 114, 'delete_searchchange'),
	(460, 'Can view search change', 114, 'view_searchchange'),
	(461, 'Can add redirect', 115, 'add_redirect'),
	(462, 'Can change redirect', 115, 'change_redirect'),
	(463, 'Can delete redirect', 115, 'delete_redirect'),
	(464, 'Can view redirect', 115, 'view_redirect'),
	(465, 'Can add synonym', 116, 'add_synonym'),
	(466, 'Can change synonym', 116, 'change_synonym'),
	(467, 'Can delete synonym', 116, 'delete_synonym'),
	(468, 'Can view synonym', 116, 'view_synonym'),
	(469, 'Can add merchandising rule', 117, 'add_merchandising'),
	(470, 'Can change merchandising rule', 117, 'change_merchandising'),
	(471, 'Can delete merchandising rule', 117, 'delete_merchandising'),
	(472, 'Can view merchandising rule', 117, 'view_merchandising'),
	(473, 'Can add search tally', 118, 'add_searchtally'),
	(474, 'Can change search tally', 118, 'change_searchtally'),
	(475, 'Can delete search tally', 118, 'delete_searchtally'),
	(476, 'Can view search tally', 118, 'view_searchtally'),
	(477, 'Can add search node', 119, 'add_searchnode'),
	(478, 'Can change search node', 119, 'change_searchnode'),
	(479, 'Can delete search node', 119, 'delete_searchnode'),
	(480, 'Can view search node', 119, 'view_searchnode'),
	(481, 'Can add cart', 120, 'add_cart'),
	(482, 'Can change cart', 120, 'change_cart'),
	(483, 'Can delete cart', 120, 'delete_cart'),
	(484, 'Can view cart', 120, 'view_cart'),
	(485, 'Can add cart line', 121, 'add_cartline'),
	(486, 'Can change cart line', 121, 'change_cartline'),
	(487, 'Can delete cart line', 121, 'delete_cartline'),
	(488, 'Can view cart line', 121, 'view_cartline'),
	(489, 'Can add article list', 122, 'add_articlelist'),
	(490, 'Can change article list', 122, 'change_articlelist'),
	(491, 'Can delete article list', 122, 'delete_articlelist'),
	(492, 'Can view article list', 122, 'view_articlelist'),
	(493, 'Can add article list line', 123, 'add_articlelistline'),
	(494, 'Can change article list line', 123, 'change_articlelistline'),
	(495, 'Can delete article list line', 123, 'delete_articlelistline'),
	(496, 'Can view article list line', 123, 'view_articlelistline'),
	(497, 'Can add bought together', 124, 'add_boughttogether'),
	(498, 'Can change bought together', 124, 'change_boughttogether'),
	(499, 'Can delete bought together', 124, 'delete_boughttogether'),
	(500, 'Can view bought together', 124, 'view_boughttogether');
INSERT INTO public.auth_permission VALUES
	(501, 'Can add dismissal', 125, 'add_dismissal'),
	(502, 'Can change dismissal', 125, 'change_dismissal'),
	(503, 'Can delete dismissal', 125, 'delete_dismissal'),
	(504, 'Can view dismissal', 125, 'view_dismissal'),
	(505, 'Can add popular in segment', 126, 'add_popularinsegment'),
	(506, 'Can change popular in segment', 126, 'change_popularinsegment'),
	(507, 'Can delete popular in segment', 126, 'delete_popularinsegment'),
	(508, 'Can view popular in segment', 126, 'view_popularinsegment'),
	(509, 'Can add purchase memory', 127, 'add_purchasememory'),
	(510, 'Can change purchase memory', 127, 'change_purchasememory'),
	(511, 'Can delete purchase memory', 127, 'delete_purchasememory'),
	(512, 'Can view purchase memory', 127, 'view_purchasememory'),
	(513, 'Can add approval request', 128, 'add_approvalrequest'),
	(514, 'Can change approval request', 128, 'change_approvalrequest'),
	(515, 'Can delete approval request', 128, 'delete_approvalrequest'),
	(516, 'Can view approval request', 128, 'view_approvalrequest'),
	(517, 'Can add demo charge', 129, 'add_democharge'),
	(518, 'Can change demo charge', 129, 'change_democharge'),
	(519, 'Can delete demo charge', 129, 'delete_democharge'),
	(520, 'Can view demo charge', 129, 'view_democharge'),
	(521, 'Can add payment', 130, 'add_payment'),
	(522, 'Can change payment', 130, 'change_payment'),
	(523, 'Can delete payment', 130, 'delete_payment'),
	(524, 'Can view payment', 130, 'view_payment'),
	(525, 'Can add payment entry', 131, 'add_paymententry'),
	(526, 'Can change payment entry', 131, 'change_paymententry'),
	(527, 'Can delete payment entry', 131, 'delete_paymententry'),
	(528, 'Can view payment entry', 131, 'view_paymententry'),
	(529, 'Can add order', 132, 'add_order'),
	(530, 'Can change order', 132, 'change_order'),
	(531, 'Can delete order', 132, 'delete_order'),
	(532, 'Can view order', 132, 'view_order'),
	(533, 'Can pick and ship orders', 132, 'ship_order'),
	(534, 'Can cancel orders', 132, 'cancel_order'),
	(535, 'Can add order line', 133, 'add_orderline'),
	(536, 'Can change order line', 133, 'change_orderline'),
	(537, 'Can delete order line', 133, 'delete_orderline'),
	(538, 'Can view order line', 133, 'view_orderline'),
	(539, 'Can add order step', 134, 'add_orderstep'),
	(540, 'Can change order step', 134, 'change_orderstep'),
	(541, 'Can delete order step', 134, 'delete_orderstep'),
	(542, 'Can view order step', 134, 'view_orderstep'),
	(543, 'Can add shipment', 135, 'add_shipment'),
	(544, 'Can change shipment', 135, 'change_shipment'),
	(545, 'Can delete shipment', 135, 'delete_shipment'),
	(546, 'Can view shipment', 135, 'view_shipment'),
	(547, 'Can add shipment line', 136, 'add_shipmentline'),
	(548, 'Can change shipment line', 136, 'change_shipmentline'),
	(549, 'Can delete shipment line', 136, 'delete_shipmentline'),
	(550, 'Can view shipment line', 136, 'view_shipmentline'),
	(551, 'Can add file for sale', 137, 'add_digitalfile'),
	(552, 'Can change file for sale', 137, 'change_digitalfile'),
	(553, 'Can delete file for sale', 137, 'delete_digitalfile'),
	(554, 'Can view file for sale', 137, 'view_digitalfile'),
	(555, 'Can add download entry', 138, 'add_downloadentry'),
	(556, 'Can change download entry', 138, 'change_downloadentry'),
	(557, 'Can delete download entry', 138, 'delete_downloadentry'),
	(558, 'Can view download entry', 138, 'view_downloadentry'),
	(559, 'Can add licence key', 139, 'add_licencekey'),
	(560, 'Can change licence key', 139, 'change_licencekey'),
	(561, 'Can delete licence key', 139, 'delete_licencekey'),
	(562, 'Can view licence key', 139, 'view_licencekey'),
	(563, 'Can add invoice', 140, 'add_invoice'),
	(564, 'Can change invoice', 140, 'change_invoice'),
	(565, 'Can delete invoice', 140, 'delete_invoice'),
	(566, 'Can view invoice', 140, 'view_invoice'),
	(567, 'Can issue credit notes', 140, 'issue_credit_note'),
	(568, 'Can add invoice line', 141, 'add_invoiceline'),
	(569, 'Can change invoice line', 141, 'change_invoiceline'),
	(570, 'Can delete invoice line', 141, 'delete_invoiceline'),
	(571, 'Can view invoice line', 141, 'view_invoiceline'),
	(572, 'Can add open item', 142, 'add_openitem'),
	(573, 'Can change open item', 142, 'change_openitem'),
	(574, 'Can delete open item', 142, 'delete_openitem'),
	(575, 'Can view open item', 142, 'view_openitem'),
	(576, 'Can add ledger entry', 143, 'add_receivableentry'),
	(577, 'Can change ledger entry', 143, 'change_receivableentry'),
	(578, 'Can delete ledger entry', 143, 'delete_receivableentry'),
	(579, 'Can view ledger entry', 143, 'view_receivableentry'),
	(580, 'Can add allocation', 144, 'add_allocation'),
	(581, 'Can change allocation', 144, 'change_allocation'),
	(582, 'Can delete allocation', 144, 'delete_allocation'),
	(583, 'Can view allocation', 144, 'view_allocation'),
	(584, 'Can add return', 145, 'add_return'),
	(585, 'Can change return', 145, 'change_return'),
	(586, 'Can delete return', 145, 'delete_return'),
	(587, 'Can view return', 145, 'view_return'),
	(588, 'Can add return line', 146, 'add_returnline'),
	(589, 'Can change return line', 146, 'change_returnline'),
	(590, 'Can delete return line', 146, 'delete_returnline'),
	(591, 'Can view return line', 146, 'view_returnline'),
	(592, 'Can add email address', 147, 'add_emailaddress'),
	(593, 'Can change email address', 147, 'change_emailaddress'),
	(594, 'Can delete email address', 147, 'delete_emailaddress'),
	(595, 'Can view email address', 147, 'view_emailaddress'),
	(596, 'Can add email confirmation', 148, 'add_emailconfirmation'),
	(597, 'Can change email confirmation', 148, 'change_emailconfirmation'),
	(598, 'Can delete email confirmation', 148, 'delete_emailconfirmation'),
	(599, 'Can view email confirmation', 148, 'view_emailconfirmation'),
	(600, 'Can add user profile', 149, 'add_userprofile'),
	(601, 'Can change user profile', 149, 'change_userprofile'),
	(602, 'Can delete user profile', 149, 'delete_userprofile'),
	(603, 'Can view user profile', 149, 'view_userprofile'),
	(604, 'Can view document', 28, 'view_document'),
	(605, 'Can view image', 29, 'view_image'),
	(606, 'Can add rendition', 150, 'add_rendition'),
	(607, 'Can change rendition', 150, 'change_rendition'),
	(608, 'Can delete rendition', 150, 'delete_rendition'),
	(609, 'Can view rendition', 150, 'view_rendition'),
	(610, 'Can add index entry', 151, 'add_indexentry'),
	(611, 'Can change index entry', 151, 'change_indexentry'),
	(612, 'Can delete index entry', 151, 'delete_indexentry'),
	(613, 'Can view index entry', 151, 'view_indexentry'),
	(614, 'Can add editing session', 152, 'add_editingsession'),
	(615, 'Can change editing session', 152, 'change_editingsession'),
	(616, 'Can delete editing session', 152, 'delete_editingsession'),
	(617, 'Can view editing session', 152, 'view_editingsession'),
	(618, 'Can add form state', 153, 'add_formstate'),
	(619, 'Can change form state', 153, 'change_formstate'),
	(620, 'Can delete form state', 153, 'delete_formstate'),
	(621, 'Can view form state', 153, 'view_formstate'),
	(622, 'Can add tag', 154, 'add_tag'),
	(623, 'Can change tag', 154, 'change_tag'),
	(624, 'Can delete tag', 154, 'delete_tag'),
	(625, 'Can view tag', 154, 'view_tag'),
	(626, 'Can add tagged item', 155, 'add_taggeditem'),
	(627, 'Can change tagged item', 155, 'change_taggeditem'),
	(628, 'Can delete tagged item', 155, 'delete_taggeditem'),
	(629, 'Can view tagged item', 155, 'view_taggeditem'),
	(630, 'Can add procrastinate event', 156, 'add_procrastinateevent'),
	(631, 'Can change procrastinate event', 156, 'change_procrastinateevent'),
	(632, 'Can delete procrastinate event', 156, 'delete_procrastinateevent'),
	(633, 'Can view procrastinate event', 156, 'view_procrastinateevent'),
	(634, 'Can add procrastinate job', 157, 'add_procrastinatejob'),
	(635, 'Can change procrastinate job', 157, 'change_procrastinatejob'),
	(636, 'Can delete procrastinate job', 157, 'delete_procrastinatejob'),
	(637, 'Can view procrastinate job', 157, 'view_procrastinatejob'),
	(638, 'Can add procrastinate periodic defer', 158, 'add_procrastinateperiodicdefer'),
	(639, 'Can change procrastinate periodic defer', 158, 'change_procrastinateperiodicdefer'),
	(640, 'Can delete procrastinate periodic defer', 158, 'delete_procrastinateperiodicdefer'),
	(641, 'Can view procrastinate periodic defer', 158, 'view_procrastinateperiodicdefer'),
	(642, 'Can add procrastinate worker', 159, 'add_procrastinateworker'),
	(643, 'Can change procrastinate worker', 159, 'change_procrastinateworker'),
	(644, 'Can delete procrastinate worker', 159, 'delete_procrastinateworker'),
	(645, 'Can view procrastinate worker', 159, 'view_procrastinateworker'),
	(646, 'Can add permission', 160, 'add_permission'),
	(647, 'Can change permission', 160, 'change_permission'),
	(648, 'Can delete permission', 160, 'delete_permission'),
	(649, 'Can view permission', 160, 'view_permission'),
	(650, 'Can add group', 161, 'add_group'),
	(651, 'Can change group', 161, 'change_group'),
	(652, 'Can delete group', 161, 'delete_group'),
	(653, 'Can view group', 161, 'view_group'),
	(654, 'Can add content type', 162, 'add_contenttype'),
	(655, 'Can change content type', 162, 'change_contenttype'),
	(656, 'Can delete content type', 162, 'delete_contenttype'),
	(657, 'Can view content type', 162, 'view_contenttype'),
	(658, 'Can add session', 163, 'add_session'),
	(659, 'Can change session', 163, 'change_session'),
	(660, 'Can delete session', 163, 'delete_session'),
	(661, 'Can view session', 163, 'view_session');





















































INSERT INTO public.django_content_type VALUES
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailadmin', 'admin'),
	(3, 'wagtailcore', 'groupapprovaltask'),
	(4, 'wagtailcore', 'locale'),
	(5, 'wagtailcore', 'site'),
	(6, 'wagtailcore', 'groupsitepermission'),
	(7, 'wagtailcore', 'apitoken'),
	(8, 'wagtailcore', 'modellogentry'),
	(9, 'wagtailcore', 'revision'),
	(10, 'wagtailcore', 'collectionviewrestriction'),
	(11, 'wagtailcore', 'collection'),
	(12, 'wagtailcore', 'groupcollectionpermission'),
	(13, 'wagtailcore', 'uploadedfile'),
	(14, 'wagtailcore', 'workflowcontenttype'),
	(15, 'wagtailcore', 'workflowstate'),
	(16, 'wagtailcore', 'workflow'),
	(17, 'wagtailcore', 'workflowtask'),
	(18, 'wagtailcore', 'task'),
	(19, 'wagtailcore', 'taskstate'),
	(20, 'wagtailcore', 'grouppagepermission'),
	(21, 'wagtailcore', 'pageviewrestriction'),
	(22, 'wagtailcore', 'workflowpage'),
	(23, 'wagtailcore', 'pagelogentry'),
	(24, 'wagtailcore', 'comment'),
	(25, 'wagtailcore', 'commentreply'),
	(26, 'wagtailcore', 'pagesubscription'),
	(27, 'wagtailcore', 'referenceindex'),
	(28, 'wagtaildocs', 'document'),
	(29, 'wagtailimages', 'image'),
	(30, 'events', 'outboxevent'),
	(31, 'events', 'handledevent'),
	(32, 'numbering', 'numberseries'),
	(33, 'idempotency', 'storedanswer'),
	(34, 'audit', 'auditpersonalvalue'),
	(35, 'audit', 'auditseal'),
	(36, 'audit', 'auditentry'),
	(37, 'imports', 'importprofile'),
	(38, 'imports', 'importrun'),
	(39, 'imports', 'importrow'),
	(40, 'imports', 'plannedchange'),
	(41, 'imports', 'fieldowner'),
	(42, 'lists', 'listlayout'),
	(43, 'identity', 'person'),
	(44, 'identity', 'apikey'),
	(45, 'markets', 'paymentterm'),
	(46, 'markets', 'market'),
	(47, 'customers', 'segment'),
	(48, 'customers', 'customer'),
	(49, 'customers', 'address'),
	(50, 'customers', 'membership'),
	(51, 'output', 'storeddocument'),
	(52, 'output', 'sentmail'),
	(53, 'tax', 'taxclass'),
	(54, 'tax', 'taxrate'),
	(55, 'tax', 'exemptioncertificate'),
	(56, 'tax', 'vatcheck'),
	(57, 'catalog', 'assortment'),
	(58, 'catalog', 'attribute'),
	(59, 'catalog', 'brand'),
	(60, 'catalog', 'family'),
	(61, 'catalog', 'picture'),
	(62, 'catalog', 'familyattribute'),
	(63, 'catalog', 'category'),
	(64, 'catalog', 'product'),
	(65, 'catalog', 'oldslug'),
	(66, 'catalog', 'productpicture'),
	(67, 'catalog', 'producttext'),
	(68, 'catalog', 'relation'),
	(69, 'catalog', 'sizeguide'),
	(70, 'catalog', 'variant'),
	(71, 'catalog', 'customerarticlenumber'),
	(72, 'catalog', 'assortmentvariant'),
	(73, 'catalog', 'assortmentrule'),
	(74, 'catalog', 'attributegroup'),
	(75, 'catalog', 'channel'),
	(76, 'catalog', 'channeltext'),
	(77, 'catalog', 'completeness'),
	(78, 'catalog', 'document'),
	(79, 'catalog', 'documentlink'),
	(80, 'catalog', 'packaginglevel'),
	(81, 'catalog', 'requirement'),
	(82, 'catalog', 'documenttext'),
	(83, 'catalog', 'selector'),
	(84, 'catalog', 'selectorquestion'),
	(85, 'catalog', 'bundle'),
	(86, 'catalog', 'bundlepart'),
	(87, 'catalog', 'assortmentcriterion'),
	(88, 'catalog', 'productblock'),
	(89, 'catalog', 'spinframe'),
	(90, 'inventory', 'location'),
	(91, 'inventory', 'reservation'),
	(92, 'inventory', 'stockentry'),
	(93, 'inventory', 'stockitem'),
	(94, 'pricing', 'pricelist'),
	(95, 'pricing', 'price'),
	(96, 'pricing', 'pricepolicy'),
	(97, 'pricing', 'campaign'),
	(98, 'pricing', 'consumerprice'),
	(99, 'pricing', 'discount'),
	(100, 'pricing', 'pricechange'),
	(101, 'pricing', 'pricehistory'),
	(102, 'pricing', 'costlist'),
	(103, 'pricing', 'campaignuse'),
	(104, 'delivery', 'deliverymethod'),
	(105, 'delivery', 'deliveryrate'),
	(106, 'agreements', 'agreement'),
	(107, 'agreements', 'agreementfile'),
	(108, 'agreements', 'agreementperson'),
	(109, 'agreements', 'agreementstep'),
	(110, 'agreements', 'agreementwish'),
	(111, 'agreements', 'tenderrow'),
	(112, 'content', 'article'),
	(113, 'content', 'homecontent'),
	(114, 'search', 'searchchange'),
	(115, 'search', 'redirect'),
	(116, 'search', 'synonym'),
	(117, 'search', 'merchandising'),
	(118, 'search', 'searchtally'),
	(119, 'search', 'searchnode'),
	(120, 'cart', 'cart'),
	(121, 'cart', 'cartline'),
	(122, 'cart', 'articlelist'),
	(123, 'cart', 'articlelistline'),
	(124, 'cart', 'boughttogether'),
	(125, 'cart', 'dismissal'),
	(126, 'cart', 'popularinsegment'),
	(127, 'cart', 'purchasememory'),
	(128, 'approvals', 'approvalrequest'),
	(129, 'payments', 'democharge'),
	(130, 'payments', 'payment'),
	(131, 'payments', 'paymententry'),
	(132, 'orders', 'order'),
	(133, 'orders', 'orderline'),
	(134, 'orders', 'orderstep'),
	(135, 'fulfillment', 'shipment'),
	(136, 'fulfillment', 'shipmentline'),
	(137, 'digital', 'digitalfile'),
	(138, 'digital', 'downloadentry'),
	(139, 'digital', 'licencekey'),
	(140, 'invoicing', 'invoice'),
	(141, 'invoicing', 'invoiceline'),
	(142, 'receivables', 'openitem'),
	(143, 'receivables', 'receivableentry'),
	(144, 'receivables', 'allocation'),
	(145, 'returns', 'return'),
	(146, 'returns', 'returnline'),
	(147, 'account', 'emailaddress'),
	(148, 'account', 'emailconfirmation'),
	(149, 'wagtailusers', 'userprofile'),
	(150, 'wagtailimages', 'rendition'),
	(151, 'wagtailsearch', 'indexentry'),
	(152, 'wagtailadmin', 'editingsession'),
	(153, 'wagtailadmin', 'formstate'),
	(154, 'taggit', 'tag'),
	(155, 'taggit', 'taggeditem'),
	(156, 'procrastinate', 'procrastinateevent'),
	(157, 'procrastinate', 'procrastinatejob'),
	(158, 'procrastinate', 'procrastinateperiodicdefer'),
	(159, 'procrastinate', 'procrastinateworker'),
	(160, 'auth', 'permission'),
	(161, 'auth', 'group'),
	(162, 'contenttypes', 'contenttype'),
	(163, 'sessions', 'session');
INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', now()),
	(2, 'contenttypes', '0002_remove_content_type_name', now()),
	(3, 'auth', '0001_initial', now()),
	(4, 'auth', '0002_alter_permission_name_max_length', now()),
	(5, 'auth', '0003_alter_user_email_max_length', now()),
	(6, 'auth', '0004_alter_user_username_opts', now()),
	(7, 'auth', '0005_alter_user_last_login_null', now()),
	(8, 'auth', '0006_require_contenttypes_0002', now()),
	(9, 'auth', '0007_alter_validators_add_error_messages', now()),
	(10, 'auth', '0008_alter_user_username_max_length', now()),
	(11, 'auth', '0009_alter_user_last_name_max_length', now()),
	(12, 'auth', '0010_alter_group_name_max_length', now()),
	(13, 'auth', '0011_update_proxy_permissions', now()),
	(14, 'auth', '0012_alter_user_first_name_max_length', now()),
	(15, 'identity', '0001_initial', now()),
	(16, 'account', '0001_initial', now()),
	(17, 'account', '0002_email_max_length', now()),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', now()),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', now()),
	(20, 'account', '0005_emailaddress_idx_upper_email', now()),
	(21, 'account', '0006_emailaddress_lower', now()),
	(22, 'account', '0007_emailaddress_idx_email', now()),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', now()),
	(24, 'account', '0009_emailaddress_unique_primary_email', now()),
	(25, 'tax', '0001_initial', now()),
	(26, 'markets', '0001_initial', now()),
	(27, 'markets', '0002_promises', now()),
	(28, 'identity', '0002_words_index', now()),
	(29, 'customers', '0001_initial', now()),
	(30, 'customers', '0002_words_index', now()),
	(31, 'catalog', '0001_initial', now()),
	(32, 'catalog', '0002_words_index', now()),
	(33, 'catalog', '0003_product_data', now()),
	(34, 'catalog', '0004_document_library', now()),
	(35, 'catalog', '0005_media_and_guides', now()),
	(36, 'catalog', '0006_bundles', now()),
	(37, 'catalog', '0007_channels', now()),
	(38, 'catalog', '0008_blocks', now()),
	(39, 'catalog', '0009_size_guide_words', now()),
	(40, 'catalog', '0010_spins', now()),
	(41, 'catalog', '0011_updated_index', now()),
	(42, 'catalog', '0012_price_gates', now()),
	(43, 'pricing', '0001_initial', now()),
	(44, 'pricing', '0002_price_list_revision', now()),
	(45, 'inventory', '0001_initial', now()),
	(46, 'pricing', '0003_sources_and_history', now()),
	(47, 'markets', '0003_payment_terms_and_prices', now()),
	(48, 'pricing', '0004_campaign_kinds', now()),
	(49, 'pricing', '0005_history_of_many', now()),
	(50, 'markets', '0004_price_gates', now()),
	(51, 'pricing', '0006_lists_by_kind', now()),
	(52, 'markets', '0005_taxes', now()),
	(53, 'delivery', '0001_initial', now()),
	(54, 'delivery', '0002_promises', now()),
	(55, 'delivery', '0003_taxes', now()),
	(56, 'customers', '0003_taxes', now()),
	(57, 'agreements', '0001_initial', now()),
	(58, 'agreements', '0002_promises', now()),
	(59, 'agreements', '0003_versions', now()),
	(60, 'agreements', '0004_tenders', now()),
	(61, 'approvals', '0001_initial', now()),
	(62, 'audit', '0001_initial', now()),
	(63, 'cart', '0001_initial', now()),
	(64, 'cart', '0002_pieces', now()),
	(65, 'cart', '0003_lists_and_memory', now()),
	(66, 'cart', '0004_codes', now()),
	(67, 'content', '0001_initial', now()),
	(68, 'content', '0002_names', now()),
	(69, 'orders', '0001_initial', now()),
	(70, 'orders', '0002_credited_quantity', now()),
	(71, 'orders', '0003_words_index', now()),
	(72, 'orders', '0004_promises', now()),
	(73, 'orders', '0005_bundle_contents', now()),
	(74, 'orders', '0006_supplies', now()),
	(75, 'digital', '0001_initial', now()),
	(76, 'events', '0001_initial', now()),
	(77, 'fulfillment', '0001_initial', now()),
	(78, 'idempotency', '0001_initial', now()),
	(79, 'imports', '0001_initial', now()),
	(80, 'imports', '0002_planned', now()),
	(81, 'imports', '0003_owners', now()),
	(82, 'invoicing', '0001_initial', now()),
	(83, 'invoicing', '0002_count_credited', now()),
	(84, 'invoicing', '0003_amounts', now()),
	(85, 'lists', '0001_initial', now()),
	(86, 'numbering', '0001_initial', now()),
	(87, 'orders', '0007_purchase_memory', now()),
	(88, 'orders', '0008_allowances', now()),
	(89, 'orders', '0009_taxes', now()),
	(90, 'output', '0001_initial', now()),
	(91, 'output', '0002_words_index', now()),
	(92, 'payments', '0001_initial', now()),
	(93, 'payments', '0002_amounts', now()),
	(94, 'pricing', '0007_versions', now()),
	(95, 'procrastinate', '0001_initial', now()),
	(96, 'procrastinate', '0002_drop_started_at_column', now()),
	(97, 'procrastinate', '0003_drop_started_at_column', now()),
	(98, 'procrastinate', '0004_drop_procrastinate_version_table', now()),
	(99, 'procrastinate', '0005_fix_procrastinate_fetch_job', now()),
	(100, 'procrastinate', '0006_fix_trigger_status_events_insert', now()),
	(101, 'procrastinate', '0007_add_queueing_lock_column', now()),
	(102, 'procrastinate', '0008_close_fetch_job_race_condition', now()),
	(103, 'procrastinate', '0009_add_defer_job_function', now()),
	(104, 'procrastinate', '0010_add_procrastinate_periodic_defers', now()),
	(105, 'procrastinate', '0011_add_foreign_key_index', now()),
	(106, 'procrastinate', '0012_add_locks_to_periodic_defer', now()),
	(107, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
	(108, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
	(109, 'procrastinate', '0015_add_trigger_on_job_deletion', now()),
	(110, 'procrastinate', '0016_delete_finished_jobs', now()),
	(111, 'procrastinate', '0017_add_checks_to_finish_job', now()),
	(112, 'procrastinate', '0018_add_checks_to_retry_job', now()),
	(113, 'procrastinate', '0019_fix_finish_job_compat_issue', now()),
	(114, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
	(115, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
	(116, 'procrastinate', '0022_null_locks_excluded', now()),
	(117, 'procrastinate', '0023_remove_old_finish_job_function', now()),
	(118, 'procrastinate', '0024_job_id_bigint', now()),
	(119, 'procrastinate', '0025_add_models', now()),
	(120, 'procrastinate', '0026_add_job_priority', now()),
	(121, 'procrastinate', '0027_add_periodic_job_priority', now()),
	(122, 'procrastinate', '0028_add_cancel_states', now()),
	(123, 'procrastinate', '0029_add_additional_params_to_retry_job', now()),
	(124, 'procrastinate', '0030_alter_procrastinateevent_options', now()),
	(125, 'procrastinate', '0031_add_indexes_for_fetch_job', now()),
	(126, 'procrastinate', '0032_pre_cancel_notification', now()),
	(127, 'procrastinate', '0033_post_cancel_notification', now()),
	(128, 'procrastinate', '0034_pre_add_heartbeat', now()),
	(129, 'procrastinate', '0035_post_add_heartbeat', now()),
	(130, 'procrastinate', '0036_add_worker_model', now()),
	(131, 'procrastinate', '0037_pre_batch_defer_jobs', now()),
	(132, 'procrastinate', '0038_post_batch_defer_jobs', now()),
	(133, 'procrastinate', '0039_pre_priority_lock_fetch_job', now()),
	(134, 'procrastinate', '0040_pre_retry_failed_job', now()),
	(135, 'procrastinate', '0041_post_retry_failed_job', now()),
	(136, 'receivables', '0001_initial', now()),
	(137, 'receivables', '0002_amounts', now()),
	(138, 'returns', '0001_initial', now()),
	(139, 'search', '0001_initial', now()),
	(140, 'search', '0002_finer_changes', now()),
	(141, 'search', '0003_steering', now()),
	(142, 'search', '0004_nodes', now()),
	(143, 'sessions', '0001_initial', now()),
	(144, 'taggit', '0001_initial', now()),
	(145, 'taggit', '0002_auto_20150616_2121', now()),
	(146, 'taggit', '0003_taggeditem_add_unique_index', now()),
	(147, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', now()),
	(148, 'taggit', '0005_auto_20220424_2025', now()),
	(149, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', now()),
	(150, 'tax', '0002_taxes', now()),
	(151, 'wagtailcore', '0001_initial', now()),
	(152, 'wagtailcore', '0002_initial_data', now()),
	(153, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', now()),
	(154, 'wagtailcore', '0004_page_locked', now()),
	(155, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', now()),
	(156, 'wagtailcore', '0006_add_lock_page_permission', now()),
	(157, 'wagtailcore', '0007_page_latest_revision_created_at', now()),
	(158, 'wagtailcore', '0008_populate_latest_revision_created_at', now()),
	(159, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', now()),
	(160, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', now()),
	(161, 'wagtailcore', '0011_page_first_published_at', now()),
	(162, 'wagtailcore', '0012_extend_page_slug_field', now()),
	(163, 'wagtailcore', '0013_update_golive_expire_help_text', now()),
	(164, 'wagtailcore', '0014_add_verbose_name', now()),
	(165, 'wagtailcore', '0015_add_more_verbose_names', now()),
	(166, 'wagtailcore', '0016_change_page_url_path_to_text_field', now()),
	(167, 'wagtailcore', '0017_change_edit_page_permission_description', now()),
	(168, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', now()),
	(169, 'wagtailcore', '0019_verbose_names_cleanup', now()),
	(170, 'wagtailcore', '0020_add_index_on_page_first_published_at', now()),
	(171, 'wagtailcore', '0021_capitalizeverbose', now()),
	(172, 'wagtailcore', '0022_add_site_name', now()),
	(173, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', now()),
	(174, 'wagtailcore', '0024_collection', now()),
	(175, 'wagtailcore', '0025_collection_initial_data', now()),
	(176, 'wagtailcore', '0026_group_collection_permission', now()),
	(177, 'wagtailadmin', '0001_create_admin_access_permissions', now()),
	(178, 'wagtailadmin', '0002_admin', now()),
	(179, 'wagtailadmin', '0003_admin_managed', now()),
	(180, 'wagtailadmin', '0004_editingsession', now()),
	(181, 'wagtailadmin', '0005_editingsession_is_editing', now()),
	(182, 'wagtailadmin', '0006_formstate', now()),
	(183, 'wagtailcore', '0027_fix_collection_path_collation', now()),
	(184, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', now()),
	(185, 'wagtailcore', '0028_merge', now()),
	(186, 'wagtailcore', '0029_unicode_slugfield_dj19', now()),
	(187, 'wagtailcore', '0030_index_on_pagerevision_created_at', now()),
	(188, 'wagtailcore', '0031_add_page_view_restriction_types', now()),
	(189, 'wagtailcore', '0032_add_bulk_delete_page_permission', now()),
	(190, 'wagtailcore', '0033_remove_golive_expiry_help_text', now()),
	(191, 'wagtailcore', '0034_page_live_revision', now()),
	(192, 'wagtailcore', '0035_page_last_published_at', now()),
	(193, 'wagtailcore', '0036_populate_page_last_published_at', now()),
	(194, 'wagtailcore', '0037_set_page_owner_editable', now()),
	(195, 'wagtailcore', '0038_make_first_published_at_editable', now()),
	(196, 'wagtailcore', '0039_collectionviewrestriction', now()),
	(197, 'wagtailcore', '0040_page_draft_title', now()),
	(198, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', now()),
	(199, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', now()),
	(200, 'wagtailcore', '0043_lock_fields', now()),
	(201, 'wagtailcore', '0044_add_unlock_grouppagepermission', now()),
	(202, 'wagtailcore', '0045_assign_unlock_grouppagepermission', now()),
	(203, 'wagtailcore', '0046_site_name_remove_null', now()),
	(204, 'wagtailcore', '0047_add_workflow_models', now()),
	(205, 'wagtailcore', '0048_add_default_workflows', now()),
	(206, 'wagtailcore', '0049_taskstate_finished_by', now()),
	(207, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', now()),
	(208, 'wagtailcore', '0051_taskstate_comment', now()),
	(209, 'wagtailcore', '0052_pagelogentry', now()),
	(210, 'wagtailcore', '0053_locale_model', now()),
	(211, 'wagtailcore', '0054_initial_locale', now()),
	(212, 'wagtailcore', '0055_page_locale_fields', now()),
	(213, 'wagtailcore', '0056_page_locale_fields_populate', now()),
	(214, 'wagtailcore', '0057_page_locale_fields_notnull', now()),
	(215, 'wagtailcore', '0058_page_alias_of', now()),
	(216, 'wagtailcore', '0059_apply_collection_ordering', now()),
	(217, 'wagtailcore', '0060_fix_workflow_unique_constraint', now()),
	(218, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', now()),
	(219, 'wagtailcore', '0062_comment_models_and_pagesubscription', now()),
	(220, 'wagtailcore', '0063_modellogentry', now()),
	(221, 'wagtailcore', '0064_log_timestamp_indexes', now()),
	(222, 'wagtailcore', '0065_log_entry_uuid', now()),
	(223, 'wagtailcore', '0066_collection_management_permissions', now()),
	(224, 'wagtailcore', '0067_alter_pagerevision_content_json', now()),
	(225, 'wagtailcore', '0068_log_entry_empty_object', now()),
	(226, 'wagtailcore', '0069_log_entry_jsonfield', now()),
	(227, 'wagtailcore', '0070_rename_pagerevision_revision', now()),
	(228, 'wagtailcore', '0071_populate_revision_content_type', now()),
	(229, 'wagtailcore', '0072_alter_revision_content_type_notnull', now()),
	(230, 'wagtailcore', '0073_page_latest_revision', now()),
	(231, 'wagtailcore', '0074_revision_object_str', now()),
	(232, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', now()),
	(233, 'wagtailcore', '0076_modellogentry_revision', now()),
	(234, 'wagtailcore', '0077_alter_revision_user', now()),
	(235, 'wagtailcore', '0078_referenceindex', now()),
	(236, 'wagtailcore', '0079_rename_taskstate_page_revision', now()),
	(237, 'wagtailcore', '0080_generic_workflowstate', now()),
	(238, 'wagtailcore', '0081_populate_workflowstate_content_type', now()),
	(239, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', now()),
	(240, 'wagtailcore', '0083_workflowcontenttype', now()),
	(241, 'wagtailcore', '0084_add_default_page_permissions', now()),
	(242, 'wagtailcore', '0085_add_grouppagepermission_permission', now()),
	(243, 'wagtailcore', '0086_populate_grouppagepermission_permission', now()),
	(244, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', now()),
	(245, 'wagtailcore', '0088_fix_log_entry_json_timestamps', now()),
	(246, 'wagtailcore', '0089_log_entry_data_json_null_to_object', now()),
	(247, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', now()),
	(248, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', now()),
	(249, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', now()),
	(250, 'wagtailcore', '0093_uploadedfile', now()),
	(251, 'wagtailcore', '0094_alter_page_locale', now()),
	(252, 'wagtailcore', '0095_groupsitepermission', now()),
	(253, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', now()),
	(254, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', now()),
	(255, 'wagtailcore', '0098_apitoken', now()),
	(256, 'wagtaildocs', '0001_initial', now()),
	(257, 'wagtaildocs', '0002_initial_data', now()),
	(258, 'wagtaildocs', '0003_add_verbose_names', now()),
	(259, 'wagtaildocs', '0004_capitalizeverbose', now()),
	(260, 'wagtaildocs', '0005_document_collection', now()),
	(261, 'wagtaildocs', '0006_copy_document_permissions_to_collections', now()),
	(262, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', now()),
	(263, 'wagtaildocs', '0007_merge', now()),
	(264, 'wagtaildocs', '0008_document_file_size', now()),
	(265, 'wagtaildocs', '0009_document_verbose_name_plural', now()),
	(266, 'wagtaildocs', '0010_document_file_hash', now()),
	(267, 'wagtaildocs', '0011_add_choose_permissions', now()),
	(268, 'wagtaildocs', '0012_uploadeddocument', now()),
	(269, 'wagtaildocs', '0013_delete_uploadeddocument', now()),
	(270, 'wagtaildocs', '0014_alter_document_file_size', now()),
	(271, 'wagtailimages', '0001_initial', now()),
	(272, 'wagtailimages', '0002_initial_data', now()),
	(273, 'wagtailimages', '0003_fix_focal_point_fields', now()),
	(274, 'wagtailimages', '0004_make_focal_point_key_not_nullable', now()),
	(275, 'wagtailimages', '0005_make_filter_spec_unique', now()),
	(276, 'wagtailimages', '0006_add_verbose_names', now()),
	(277, 'wagtailimages', '0007_image_file_size', now()),
	(278, 'wagtailimages', '0008_image_created_at_index', now()),
	(279, 'wagtailimages', '0009_capitalizeverbose', now()),
	(280, 'wagtailimages', '0010_change_on_delete_behaviour', now()),
	(281, 'wagtailimages', '0011_image_collection', now()),
	(282, 'wagtailimages', '0012_copy_image_permissions_to_collections', now()),
	(283, 'wagtailimages', '0013_make_rendition_upload_callable', now()),
	(284, 'wagtailimages', '0014_add_filter_spec_field', now()),
	(285, 'wagtailimages', '0015_fill_filter_spec_field', now()),
	(286, 'wagtailimages', '0016_deprecate_rendition_filter_relation', now()),
	(287, 'wagtailimages', '0017_reduce_focal_point_key_max_length', now()),
	(288, 'wagtailimages', '0018_remove_rendition_filter', now()),
	(289, 'wagtailimages', '0019_delete_filter', now()),
	(290, 'wagtailimages', '0020_add-verbose-name', now()),
	(291, 'wagtailimages', '0021_image_file_hash', now()),
	(292, 'wagtailimages', '0022_uploadedimage', now()),
	(293, 'wagtailimages', '0023_add_choose_permissions', now()),
	(294, 'wagtailimages', '0024_index_image_file_hash', now()),
	(295, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', now()),
	(296, 'wagtailimages', '0026_delete_uploadedimage', now()),
	(297, 'wagtailimages', '0027_image_description', now()),
	(298, 'wagtailsearch', '0001_initial', now()),
	(299, 'wagtailsearch', '0002_add_verbose_names', now()),
	(300, 'wagtailsearch', '0003_remove_editors_pick', now()),
	(301, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', now()),
	(302, 'wagtailsearch', '0005_create_indexentry', now()),
	(303, 'wagtailsearch', '0006_customise_indexentry', now()),
	(304, 'wagtailsearch', '0007_delete_editorspick', now()),
	(305, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', now()),
	(306, 'wagtailsearch', '0009_remove_ngram_autocomplete', now()),
	(307, 'wagtailsearch', '0010_add_text_fields', now()),
	(308, 'wagtailusers', '0001_initial', now()),
	(309, 'wagtailusers', '0002_add_verbose_name_on_userprofile', now()),
	(310, 'wagtailusers', '0003_add_verbose_names', now()),
	(311, 'wagtailusers', '0004_capitalizeverbose', now()),
	(312, 'wagtailusers', '0005_make_related_name_wagtail_specific', now()),
	(313, 'wagtailusers', '0006_userprofile_prefered_language', now()),
	(314, 'wagtailusers', '0007_userprofile_current_time_zone', now()),
	(315, 'wagtailusers', '0008_userprofile_avatar', now()),
	(316, 'wagtailusers', '0009_userprofile_verbose_name_plural', now()),
	(317, 'wagtailusers', '0010_userprofile_updated_comments_notifications', now()),
	(318, 'wagtailusers', '0011_userprofile_dismissibles', now()),
	(319, 'wagtailusers', '0012_userprofile_theme', now()),
	(320, 'wagtailusers', '0013_userprofile_density', now()),
	(321, 'wagtailusers', '0014_userprofile_contrast', now()),
	(322, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', now()),
	(323, 'wagtailimages', '0001_squashed_0021', now()),
	(324, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', now());





































































INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');




INSERT INTO public.wagtailcore_groupapprovaltask VALUES
	(1);
INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES
	(1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES
	(1, 1, 1, 110),
	(2, 1, 2, 110),
	(3, 1, 1, 111),
	(4, 1, 2, 111),
	(5, 1, 1, 113),
	(6, 1, 2, 113),
	(7, 1, 1, 114),
	(8, 1, 2, 114),
	(9, 1, 1, 115),
	(10, 1, 2, 115),
	(11, 1, 1, 117),
	(12, 1, 2, 117),
	(13, 1, 3, 110),
	(14, 1, 3, 111),
	(15, 1, 3, 112),
	(16, 1, 3, 113),
	(17, 1, 3, 114),
	(18, 1, 3, 115),
	(19, 1, 3, 116),
	(20, 1, 3, 117),
	(21, 1, 8, 110),
	(22, 1, 8, 111),
	(23, 1, 8, 112),
	(24, 1, 8, 113),
	(25, 1, 8, 114),
	(26, 1, 8, 115),
	(27, 1, 8, 116),
	(28, 1, 8, 117),
	(29, 1, 9, 110),
	(30, 1, 9, 111),
	(31, 1, 9, 112),
	(32, 1, 9, 113),
	(33, 1, 9, 114),
	(34, 1, 9, 115),
	(35, 1, 9, 116),
	(36, 1, 9, 117);
INSERT INTO public.wagtailcore_grouppagepermission VALUES
	(1, 1, 1, 70),
	(2, 1, 1, 71),
	(3, 1, 1, 76),
	(4, 2, 1, 70),
	(5, 2, 1, 71),
	(6, 1, 1, 75),
	(7, 1, 1, 77);

INSERT INTO public.wagtailcore_locale VALUES
	(1, 'en');

INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, gen_random_uuid(), 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);






INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, '');
INSERT INTO public.wagtailcore_task VALUES
	(1, 'Moderators approval', true, 3);


INSERT INTO public.wagtailcore_workflow VALUES
	(1, 'Moderators approval', true);

INSERT INTO public.wagtailcore_workflowpage VALUES
	(1, 1);

INSERT INTO public.wagtailcore_workflowtask VALUES
	(1, 0, 1, 1);





SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.agreements_agreement_id_seq', 1, false);
SELECT pg_catalog.setval('public.agreements_agreementfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.agreements_agreementperson_id_seq', 1, false);
SELECT pg_catalog.setval('public.agreements_agreementstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.agreements_agreementwish_id_seq', 1, false);
SELECT pg_catalog.setval('public.agreements_tenderrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.approvals_approvalrequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_auditentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_auditpersonalvalue_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_auditseal_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 9, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 788, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 661, true);
SELECT pg_catalog.setval('public.cart_articlelist_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_articlelistline_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_boughttogether_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_cart_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_cartline_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_dismissal_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_popularinsegment_id_seq', 1, false);
SELECT pg_catalog.setval('public.cart_purchasememory_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_assortment_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_assortmentcriterion_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_assortmentrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_assortmentvariant_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_attribute_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_attributegroup_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_brand_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_bundlepart_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_category_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_channel_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_channeltext_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_completeness_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_customerarticlenumber_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_documentlink_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_family_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_familyattribute_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_oldslug_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_packaginglevel_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_picture_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_product_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_productblock_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_productpicture_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_producttext_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_relation_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_requirement_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_selector_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_selectorquestion_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_sizeguide_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_spinframe_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalog_variant_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_article_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_homecontent_id_seq', 1, false);
SELECT pg_catalog.setval('public.customers_address_id_seq', 1, false);
SELECT pg_catalog.setval('public.customers_customer_id_seq', 1, false);
SELECT pg_catalog.setval('public.customers_customer_segments_id_seq', 1, false);
SELECT pg_catalog.setval('public.customers_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.customers_segment_id_seq', 1, false);
SELECT pg_catalog.setval('public.delivery_deliverymethod_id_seq', 1, false);
SELECT pg_catalog.setval('public.delivery_deliveryrate_id_seq', 1, false);
SELECT pg_catalog.setval('public.digital_digitalfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.digital_downloadentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.digital_licencekey_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 163, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 324, true);
SELECT pg_catalog.setval('public.events_handledevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_outboxevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.fulfillment_shipment_id_seq', 1, false);
SELECT pg_catalog.setval('public.fulfillment_shipmentline_id_seq', 1, false);
SELECT pg_catalog.setval('public.idempotency_storedanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_apikey_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_person_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_person_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_person_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_fieldowner_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_importprofile_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_importrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_importrun_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_plannedchange_id_seq', 1, false);
SELECT pg_catalog.setval('public.inventory_location_id_seq', 1, false);
SELECT pg_catalog.setval('public.inventory_reservation_id_seq', 1, false);
SELECT pg_catalog.setval('public.inventory_stockentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.inventory_stockitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.invoicing_invoice_id_seq', 1, false);
SELECT pg_catalog.setval('public.invoicing_invoiceline_id_seq', 1, false);
SELECT pg_catalog.setval('public.lists_listlayout_id_seq', 1, false);
SELECT pg_catalog.setval('public.markets_market_id_seq', 1, false);
SELECT pg_catalog.setval('public.markets_paymentterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.numbering_numberseries_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_order_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_orderline_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_orderstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.output_sentmail_attachments_id_seq', 1, false);
SELECT pg_catalog.setval('public.output_sentmail_id_seq', 1, false);
SELECT pg_catalog.setval('public.output_storeddocument_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_democharge_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_payment_id_seq', 1, false);
SELECT pg_catalog.setval('public.payments_paymententry_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_campaign_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_campaignuse_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_consumerprice_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_discount_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_price_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_pricechange_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_pricehistory_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_pricelist_id_seq', 1, false);
SELECT pg_catalog.setval('public.pricing_pricepolicy_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.receivables_allocation_id_seq', 1, false);
SELECT pg_catalog.setval('public.receivables_openitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.receivables_receivableentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.returns_return_id_seq', 1, false);
SELECT pg_catalog.setval('public.returns_returnline_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_merchandising_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_redirect_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchchange_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchnode_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchtally_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_synonym_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_exemptioncertificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_exemptioncertificate_tax_classes_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_taxclass_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_taxrate_id_seq', 1, false);
SELECT pg_catalog.setval('public.tax_vatcheck_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_apitoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 36, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);
SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailsearch_indexentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_agreementperson
    ADD CONSTRAINT agreement_person_once UNIQUE (agreement_id, person_id, part);
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreement_version UNIQUE (number, version);
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.agreements_agreementfile
    ADD CONSTRAINT agreements_agreementfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_agreementfile
    ADD CONSTRAINT agreements_agreementfile_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.agreements_agreementperson
    ADD CONSTRAINT agreements_agreementperson_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_agreementstep
    ADD CONSTRAINT agreements_agreementstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_agreementwish
    ADD CONSTRAINT agreements_agreementwish_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_agreementwish
    ADD CONSTRAINT agreements_agreementwish_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.agreements_tenderrow
    ADD CONSTRAINT agreements_tenderrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idempotency_storedanswer
    ADD CONSTRAINT answer_once UNIQUE (scope, key);
ALTER TABLE ONLY public.approvals_approvalrequest
    ADD CONSTRAINT approvals_approvalrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.approvals_approvalrequest
    ADD CONSTRAINT approvals_approvalrequest_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.content_article
    ADD CONSTRAINT article_slug_once UNIQUE (language, slug);
ALTER TABLE ONLY public.catalog_assortmentrule
    ADD CONSTRAINT assortment_rule_once UNIQUE NULLS NOT DISTINCT (assortment_id, market_id, customer_id, segment_id);
ALTER TABLE ONLY public.catalog_assortmentvariant
    ADD CONSTRAINT assortment_variant_once UNIQUE (assortment_id, variant_id);
ALTER TABLE ONLY public.audit_auditentry
    ADD CONSTRAINT audit_auditentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_auditentry
    ADD CONSTRAINT audit_auditentry_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.audit_auditpersonalvalue
    ADD CONSTRAINT audit_auditpersonalvalue_entry_uid_key UNIQUE (entry_uid);
ALTER TABLE ONLY public.audit_auditpersonalvalue
    ADD CONSTRAINT audit_auditpersonalvalue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_auditseal
    ADD CONSTRAINT audit_auditseal_last_entry_key UNIQUE (last_entry);
ALTER TABLE ONLY public.audit_auditseal
    ADD CONSTRAINT audit_auditseal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_bundlepart
    ADD CONSTRAINT bundle_part_once UNIQUE (bundle_id, variant_id);
ALTER TABLE ONLY public.pricing_campaignuse
    ADD CONSTRAINT campaign_use_per_order UNIQUE (campaign_id, subject);
ALTER TABLE ONLY public.cart_articlelist
    ADD CONSTRAINT cart_articlelist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_articlelist
    ADD CONSTRAINT cart_articlelist_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.cart_articlelistline
    ADD CONSTRAINT cart_articlelistline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_articlelistline
    ADD CONSTRAINT cart_articlelistline_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.cart_boughttogether
    ADD CONSTRAINT cart_boughttogether_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_cart
    ADD CONSTRAINT cart_cart_checkout_id_key UNIQUE (checkout_id);
ALTER TABLE ONLY public.cart_cart
    ADD CONSTRAINT cart_cart_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_cart
    ADD CONSTRAINT cart_cart_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.cart_cartline
    ADD CONSTRAINT cart_cartline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_cartline
    ADD CONSTRAINT cart_cartline_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.cart_dismissal
    ADD CONSTRAINT cart_dismissal_once UNIQUE (customer_id, person_id, variant_id);
ALTER TABLE ONLY public.cart_dismissal
    ADD CONSTRAINT cart_dismissal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_cartline
    ADD CONSTRAINT cart_line_once UNIQUE (cart_id, variant_id, reference, piece);
ALTER TABLE ONLY public.cart_articlelistline
    ADD CONSTRAINT cart_list_line_once UNIQUE (list_id, variant_id, reference, piece);
ALTER TABLE ONLY public.cart_purchasememory
    ADD CONSTRAINT cart_memory_once UNIQUE (customer_id, variant_id);
ALTER TABLE ONLY public.cart_popularinsegment
    ADD CONSTRAINT cart_popular_once UNIQUE (segment_id, variant_id);
ALTER TABLE ONLY public.cart_popularinsegment
    ADD CONSTRAINT cart_popularinsegment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_purchasememory
    ADD CONSTRAINT cart_purchasememory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cart_boughttogether
    ADD CONSTRAINT cart_together_once UNIQUE (variant_id, other_id);
ALTER TABLE ONLY public.catalog_assortment
    ADD CONSTRAINT catalog_assortment_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_assortment
    ADD CONSTRAINT catalog_assortment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_assortmentcriterion
    ADD CONSTRAINT catalog_assortmentcriterion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_assortmentrule
    ADD CONSTRAINT catalog_assortmentrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_assortmentvariant
    ADD CONSTRAINT catalog_assortmentvariant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_attribute
    ADD CONSTRAINT catalog_attribute_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_attribute
    ADD CONSTRAINT catalog_attribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_attributegroup
    ADD CONSTRAINT catalog_attributegroup_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_attributegroup
    ADD CONSTRAINT catalog_attributegroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_brand
    ADD CONSTRAINT catalog_brand_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_brand
    ADD CONSTRAINT catalog_brand_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_bundle
    ADD CONSTRAINT catalog_bundle_pkey PRIMARY KEY (variant_id);
ALTER TABLE ONLY public.catalog_bundlepart
    ADD CONSTRAINT catalog_bundlepart_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_category
    ADD CONSTRAINT catalog_category_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_category
    ADD CONSTRAINT catalog_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_channel
    ADD CONSTRAINT catalog_channel_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_channel
    ADD CONSTRAINT catalog_channel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_channel
    ADD CONSTRAINT catalog_channel_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_channeltext
    ADD CONSTRAINT catalog_channeltext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_completeness
    ADD CONSTRAINT catalog_completeness_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_customerarticlenumber
    ADD CONSTRAINT catalog_customerarticlenumber_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_document
    ADD CONSTRAINT catalog_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_document
    ADD CONSTRAINT catalog_document_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT catalog_documentlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_documenttext
    ADD CONSTRAINT catalog_documenttext_pkey PRIMARY KEY (document_id);
ALTER TABLE ONLY public.catalog_family
    ADD CONSTRAINT catalog_family_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_family
    ADD CONSTRAINT catalog_family_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_familyattribute
    ADD CONSTRAINT catalog_familyattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_oldslug
    ADD CONSTRAINT catalog_oldslug_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_packaginglevel
    ADD CONSTRAINT catalog_packaginglevel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_sha256_key UNIQUE (sha256);
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_productblock
    ADD CONSTRAINT catalog_productblock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_productblock
    ADD CONSTRAINT catalog_productblock_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_productpicture
    ADD CONSTRAINT catalog_productpicture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT catalog_producttext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_relation
    ADD CONSTRAINT catalog_relation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_requirement
    ADD CONSTRAINT catalog_requirement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_selector
    ADD CONSTRAINT catalog_selector_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_selector
    ADD CONSTRAINT catalog_selector_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_selectorquestion
    ADD CONSTRAINT catalog_selectorquestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_sizeguide
    ADD CONSTRAINT catalog_sizeguide_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_sizeguide
    ADD CONSTRAINT catalog_sizeguide_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_spinframe
    ADD CONSTRAINT catalog_spinframe_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_sku_normalized_key UNIQUE (sku_normalized);
ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_channeltext
    ADD CONSTRAINT channel_text_once UNIQUE (product_id, channel_id, language);
ALTER TABLE ONLY public.catalog_completeness
    ADD CONSTRAINT completeness_once UNIQUE (product_id, channel_id);
ALTER TABLE ONLY public.content_article
    ADD CONSTRAINT content_article_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_homecontent
    ADD CONSTRAINT content_homecontent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT customers_address_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT customers_address_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_consumer_person_id_key UNIQUE (consumer_person_id);
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_number_key UNIQUE (number);
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers_customer_segments
    ADD CONSTRAINT customers_customer_segme_customer_id_segment_id_dfdf88aa_uniq UNIQUE (customer_id, segment_id);
ALTER TABLE ONLY public.customers_customer_segments
    ADD CONSTRAINT customers_customer_segments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.customers_membership
    ADD CONSTRAINT customers_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers_membership
    ADD CONSTRAINT customers_membership_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.customers_segment
    ADD CONSTRAINT customers_segment_code_key UNIQUE (code);
ALTER TABLE ONLY public.customers_segment
    ADD CONSTRAINT customers_segment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery_deliverymethod
    ADD CONSTRAINT delivery_deliverymethod_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery_deliveryrate
    ADD CONSTRAINT delivery_deliveryrate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery_deliverymethod
    ADD CONSTRAINT delivery_method_once UNIQUE (market_id, code);
ALTER TABLE ONLY public.delivery_deliveryrate
    ADD CONSTRAINT delivery_rate_once UNIQUE (method_id, up_to_kg);
ALTER TABLE ONLY public.digital_digitalfile
    ADD CONSTRAINT digital_digitalfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.digital_digitalfile
    ADD CONSTRAINT digital_digitalfile_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.digital_downloadentry
    ADD CONSTRAINT digital_downloadentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT document_link_once UNIQUE NULLS NOT DISTINCT (document_id, product_id, family_id, brand_id, category_id);
ALTER TABLE ONLY public.events_handledevent
    ADD CONSTRAINT events_handledevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_outboxevent
    ADD CONSTRAINT events_outboxevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_outboxevent
    ADD CONSTRAINT events_outboxevent_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_familyattribute
    ADD CONSTRAINT family_attribute_once UNIQUE (family_id, attribute_id);
ALTER TABLE ONLY public.imports_fieldowner
    ADD CONSTRAINT field_owner_once UNIQUE (target, field);
ALTER TABLE ONLY public.fulfillment_shipment
    ADD CONSTRAINT fulfillment_shipment_number_key UNIQUE (number);
ALTER TABLE ONLY public.fulfillment_shipment
    ADD CONSTRAINT fulfillment_shipment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fulfillment_shipment
    ADD CONSTRAINT fulfillment_shipment_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fulfillment_shipmentline
    ADD CONSTRAINT fulfillment_shipmentline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fulfillment_shipmentline
    ADD CONSTRAINT fulfillment_shipmentline_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.events_handledevent
    ADD CONSTRAINT handled_once UNIQUE (event_id, handler);
ALTER TABLE ONLY public.content_homecontent
    ADD CONSTRAINT home_content_once UNIQUE (market_id, audience, language);
ALTER TABLE ONLY public.idempotency_storedanswer
    ADD CONSTRAINT idempotency_storedanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_apikey
    ADD CONSTRAINT identity_apikey_key_digest_key UNIQUE (key_digest);
ALTER TABLE ONLY public.identity_apikey
    ADD CONSTRAINT identity_apikey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_apikey
    ADD CONSTRAINT identity_apikey_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.identity_person
    ADD CONSTRAINT identity_person_email_key UNIQUE (email);
ALTER TABLE ONLY public.identity_person_groups
    ADD CONSTRAINT identity_person_groups_person_id_group_id_c380a7f2_uniq UNIQUE (person_id, group_id);
ALTER TABLE ONLY public.identity_person_groups
    ADD CONSTRAINT identity_person_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_person
    ADD CONSTRAINT identity_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_person_user_permissions
    ADD CONSTRAINT identity_person_user_per_person_id_permission_id_1b31da4e_uniq UNIQUE (person_id, permission_id);
ALTER TABLE ONLY public.identity_person_user_permissions
    ADD CONSTRAINT identity_person_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_person
    ADD CONSTRAINT identity_person_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.imports_importprofile
    ADD CONSTRAINT import_profile_once UNIQUE (target, name);
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT import_row_once UNIQUE (run_id, is_trial, number);
ALTER TABLE ONLY public.imports_fieldowner
    ADD CONSTRAINT imports_fieldowner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_importprofile
    ADD CONSTRAINT imports_importprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_importprofile
    ADD CONSTRAINT imports_importprofile_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT imports_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.imports_plannedchange
    ADD CONSTRAINT imports_plannedchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_plannedchange
    ADD CONSTRAINT imports_plannedchange_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT inventory_location_code_key UNIQUE (code);
ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT inventory_location_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT inventory_reservation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT inventory_reservation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.inventory_stockentry
    ADD CONSTRAINT inventory_stockentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inventory_stockentry
    ADD CONSTRAINT inventory_stockentry_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.inventory_stockitem
    ADD CONSTRAINT inventory_stockitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.invoicing_invoiceline
    ADD CONSTRAINT invoice_line_position UNIQUE (invoice_id, "position");
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoice_sequence_once UNIQUE (series, sequence);
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_number_key UNIQUE (number);
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.invoicing_invoiceline
    ADD CONSTRAINT invoicing_invoiceline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT licence_key_once UNIQUE (variant_id, text);
ALTER TABLE ONLY public.lists_listlayout
    ADD CONSTRAINT list_layout_once UNIQUE (person_id, list_code, name);
ALTER TABLE ONLY public.lists_listlayout
    ADD CONSTRAINT lists_listlayout_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.lists_listlayout
    ADD CONSTRAINT lists_listlayout_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.markets_market
    ADD CONSTRAINT markets_market_code_key UNIQUE (code);
ALTER TABLE ONLY public.markets_market
    ADD CONSTRAINT markets_market_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.markets_paymentterm
    ADD CONSTRAINT markets_paymentterm_code_key UNIQUE (code);
ALTER TABLE ONLY public.markets_paymentterm
    ADD CONSTRAINT markets_paymentterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.customers_membership
    ADD CONSTRAINT member_once UNIQUE (customer_id, person_id);
ALTER TABLE ONLY public.numbering_numberseries
    ADD CONSTRAINT numbering_numberseries_code_key UNIQUE (code);
ALTER TABLE ONLY public.numbering_numberseries
    ADD CONSTRAINT numbering_numberseries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_oldslug
    ADD CONSTRAINT old_slug_once UNIQUE (language, slug);
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT order_line_position UNIQUE (order_id, "position");
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_checkout_id_key UNIQUE (checkout_id);
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_number_key UNIQUE (number);
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.output_storeddocument
    ADD CONSTRAINT output_document_once_per_subject UNIQUE (subject_kind, subject_uuid, kind, language);
ALTER TABLE ONLY public.output_sentmail_attachments
    ADD CONSTRAINT output_sentmail_attachme_sentmail_id_storeddocume_edbfdc8f_uniq UNIQUE (sentmail_id, storeddocument_id);
ALTER TABLE ONLY public.output_sentmail_attachments
    ADD CONSTRAINT output_sentmail_attachments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.output_sentmail
    ADD CONSTRAINT output_sentmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.output_sentmail
    ADD CONSTRAINT output_sentmail_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.output_storeddocument
    ADD CONSTRAINT output_storeddocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.output_storeddocument
    ADD CONSTRAINT output_storeddocument_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_customerarticlenumber
    ADD CONSTRAINT own_number_once UNIQUE (customer_id, number_normalized);
ALTER TABLE ONLY public.catalog_packaginglevel
    ADD CONSTRAINT packaging_once UNIQUE (variant_id, code);
ALTER TABLE ONLY public.payments_democharge
    ADD CONSTRAINT payments_democharge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_democharge
    ADD CONSTRAINT payments_democharge_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.payments_paymententry
    ADD CONSTRAINT payments_paymententry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_paymententry
    ADD CONSTRAINT payments_paymententry_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT price_once UNIQUE (price_list_id, variant_id, minimum_quantity, valid_from);
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_code_key UNIQUE (code);
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.pricing_campaignuse
    ADD CONSTRAINT pricing_campaignuse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_consumerprice
    ADD CONSTRAINT pricing_consumerprice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_discount
    ADD CONSTRAINT pricing_discount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_pricechange
    ADD CONSTRAINT pricing_pricechange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_pricechange
    ADD CONSTRAINT pricing_pricechange_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.pricing_pricehistory
    ADD CONSTRAINT pricing_pricehistory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_code_key UNIQUE (code);
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.pricing_pricepolicy
    ADD CONSTRAINT pricing_pricepolicy_customer_id_key UNIQUE (customer_id);
ALTER TABLE ONLY public.pricing_pricepolicy
    ADD CONSTRAINT pricing_pricepolicy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_productpicture
    ADD CONSTRAINT product_picture_once UNIQUE (product_id, picture_id);
ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT product_slug_once UNIQUE (language, slug);
ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT product_text_once UNIQUE (product_id, language);
ALTER TABLE ONLY public.receivables_allocation
    ADD CONSTRAINT receivables_allocation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.receivables_openitem
    ADD CONSTRAINT receivables_openitem_invoice_id_key UNIQUE (invoice_id);
ALTER TABLE ONLY public.receivables_openitem
    ADD CONSTRAINT receivables_openitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.receivables_receivableentry
    ADD CONSTRAINT receivables_receivableentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.receivables_receivableentry
    ADD CONSTRAINT receivables_receivableentry_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalog_relation
    ADD CONSTRAINT relation_once UNIQUE (product_id, to_id, kind);
ALTER TABLE ONLY public.catalog_requirement
    ADD CONSTRAINT requirement_once UNIQUE NULLS NOT DISTINCT (channel_id, family_id, item);
ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT reservation_once UNIQUE (subject_kind, subject_uuid, variant_id, location_id);
ALTER TABLE ONLY public.returns_returnline
    ADD CONSTRAINT return_line_once UNIQUE (return_record_id, order_line_id);
ALTER TABLE ONLY public.returns_return
    ADD CONSTRAINT returns_return_credit_note_id_key UNIQUE (credit_note_id);
ALTER TABLE ONLY public.returns_return
    ADD CONSTRAINT returns_return_number_key UNIQUE (number);
ALTER TABLE ONLY public.returns_return
    ADD CONSTRAINT returns_return_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.returns_return
    ADD CONSTRAINT returns_return_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.returns_returnline
    ADD CONSTRAINT returns_returnline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.search_redirect
    ADD CONSTRAINT search_redirect_once UNIQUE (text_key, language);
ALTER TABLE ONLY public.search_redirect
    ADD CONSTRAINT search_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_redirect
    ADD CONSTRAINT search_redirect_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.search_searchchange
    ADD CONSTRAINT search_searchchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchnode
    ADD CONSTRAINT search_searchnode_key_key UNIQUE (key);
ALTER TABLE ONLY public.search_searchnode
    ADD CONSTRAINT search_searchnode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchtally
    ADD CONSTRAINT search_searchtally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_synonym
    ADD CONSTRAINT search_synonym_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_synonym
    ADD CONSTRAINT search_synonym_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.search_searchtally
    ADD CONSTRAINT search_tally_once UNIQUE (day, market_id, language, text);
ALTER TABLE ONLY public.catalog_selectorquestion
    ADD CONSTRAINT selector_question_once UNIQUE (selector_id, attribute_id);
ALTER TABLE ONLY public.fulfillment_shipmentline
    ADD CONSTRAINT shipment_line_once UNIQUE (shipment_id, order_line_id);
ALTER TABLE ONLY public.catalog_spinframe
    ADD CONSTRAINT spin_frame_position_once UNIQUE (block_id, "position");
ALTER TABLE ONLY public.inventory_stockitem
    ADD CONSTRAINT stock_item_once UNIQUE (variant_id, location_id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_exemptioncertificate_tax_classes
    ADD CONSTRAINT tax_exemptioncertificate_exemptioncertificate_id__9e6a480d_uniq UNIQUE (exemptioncertificate_id, taxclass_id);
ALTER TABLE ONLY public.tax_exemptioncertificate
    ADD CONSTRAINT tax_exemptioncertificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_exemptioncertificate_tax_classes
    ADD CONSTRAINT tax_exemptioncertificate_tax_classes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_exemptioncertificate
    ADD CONSTRAINT tax_exemptioncertificate_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.tax_taxrate
    ADD CONSTRAINT tax_rate_one_at_a_time EXCLUDE USING gist (country WITH =, tax_class_id WITH =, period WITH &&);
ALTER TABLE ONLY public.tax_taxclass
    ADD CONSTRAINT tax_taxclass_code_key UNIQUE (code);
ALTER TABLE ONLY public.tax_taxclass
    ADD CONSTRAINT tax_taxclass_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_taxrate
    ADD CONSTRAINT tax_taxrate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tax_vatcheck
    ADD CONSTRAINT tax_vatcheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements_tenderrow
    ADD CONSTRAINT tender_row_once UNIQUE (agreement_id, "position");
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE UNIQUE INDEX agreement_one_in_force ON public.agreements_agreement USING btree (number) WHERE ((state)::text = 'active'::text);
CREATE UNIQUE INDEX agreement_one_in_making ON public.agreements_agreement USING btree (number) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'sent'::character varying, 'signed'::character varying])::text[]));
CREATE INDEX agreement_wish_open ON public.agreements_agreementwish USING btree (state, asked_at DESC);
CREATE INDEX agreements_agreement_assortment_id_b8b68de2 ON public.agreements_agreement USING btree (assortment_id);
CREATE INDEX agreements_agreement_contact_id_cbb13edb ON public.agreements_agreement USING btree (contact_id);
CREATE INDEX agreements_agreement_customer_id_876ffdf9 ON public.agreements_agreement USING btree (customer_id);
CREATE INDEX agreements_agreement_delivery_method_id_3215a110 ON public.agreements_agreement USING btree (delivery_method_id);
CREATE INDEX agreements_agreement_owner_id_f1fedad5 ON public.agreements_agreement USING btree (owner_id);
CREATE INDEX agreements_agreement_payment_term_id_cad87876 ON public.agreements_agreement USING btree (payment_term_id);
CREATE INDEX agreements_agreement_price_list_id_670c7e49 ON public.agreements_agreement USING btree (price_list_id);
CREATE INDEX agreements_agreement_term_before_id_4137e5f2 ON public.agreements_agreement USING btree (term_before_id);
CREATE INDEX agreements_agreementfile_agreement_id_db050b10 ON public.agreements_agreementfile USING btree (agreement_id);
CREATE INDEX agreements_agreementperson_agreement_id_ab2e777b ON public.agreements_agreementperson USING btree (agreement_id);
CREATE INDEX agreements_agreementperson_person_id_6ac7a5ab ON public.agreements_agreementperson USING btree (person_id);
CREATE INDEX agreements_agreementstep_agreement_id_e58547fc ON public.agreements_agreementstep USING btree (agreement_id);
CREATE INDEX agreements_agreementwish_agreement_id_185da796 ON public.agreements_agreementwish USING btree (agreement_id);
CREATE INDEX agreements_agreementwish_asked_by_id_1fedb91a ON public.agreements_agreementwish USING btree (asked_by_id);
CREATE INDEX agreements_agreementwish_variant_id_b1b60358 ON public.agreements_agreementwish USING btree (variant_id);
CREATE INDEX agreements_tenderrow_agreement_id_1d95c679 ON public.agreements_tenderrow USING btree (agreement_id);
CREATE INDEX agreements_tenderrow_variant_id_6146ba03 ON public.agreements_tenderrow USING btree (variant_id);
CREATE INDEX answer_age ON public.idempotency_storedanswer USING btree (created_at);
CREATE INDEX approval_list ON public.approvals_approvalrequest USING btree (customer_id, state, requested_at DESC);
CREATE UNIQUE INDEX approval_waits_once ON public.approvals_approvalrequest USING btree (subject_kind, subject_uuid) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX approvals_approvalrequest_customer_id_991572bc ON public.approvals_approvalrequest USING btree (customer_id);
CREATE INDEX approvals_approvalrequest_decided_by_id_ef07eeb2 ON public.approvals_approvalrequest USING btree (decided_by_id);
CREATE INDEX approvals_approvalrequest_requested_by_id_8bc46cdb ON public.approvals_approvalrequest USING btree (requested_by_id);
CREATE INDEX audit_at ON public.audit_auditentry USING btree (at);
CREATE INDEX audit_auditpersonalvalue_person_id_d21991c2 ON public.audit_auditpersonalvalue USING btree (person_id);
CREATE INDEX audit_row ON public.audit_auditentry USING btree ("table", "row", id);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE UNIQUE INDEX campaign_coupon_once ON public.pricing_campaign USING btree (market_id, coupon) WHERE (is_active AND (NOT ((coupon)::text = ''::text)));
CREATE UNIQUE INDEX campaign_use_once ON public.pricing_campaignuse USING btree (campaign_id, holder, place) WHERE (released_at IS NULL);
CREATE INDEX campaign_use_subject ON public.pricing_campaignuse USING btree (subject);
CREATE INDEX cart_articlelist_address_id_6f537896 ON public.cart_articlelist USING btree (address_id);
CREATE INDEX cart_articlelist_customer_id_112675db ON public.cart_articlelist USING btree (customer_id);
CREATE INDEX cart_articlelist_person_id_89b6bfa7 ON public.cart_articlelist USING btree (person_id);
CREATE INDEX cart_articlelist_taken_by_id_3f523c84 ON public.cart_articlelist USING btree (taken_by_id);
CREATE INDEX cart_articlelistline_list_id_d023c924 ON public.cart_articlelistline USING btree (list_id);
CREATE INDEX cart_articlelistline_variant_id_fd852645 ON public.cart_articlelistline USING btree (variant_id);
CREATE INDEX cart_boughttogether_other_id_bb135b18 ON public.cart_boughttogether USING btree (other_id);
CREATE INDEX cart_boughttogether_variant_id_0e1456f5 ON public.cart_boughttogether USING btree (variant_id);
CREATE INDEX cart_cart_customer_id_bbe4c408 ON public.cart_cart USING btree (customer_id);
CREATE INDEX cart_cart_market_id_f24ca509 ON public.cart_cart USING btree (market_id);
CREATE INDEX cart_cart_person_id_061ad241 ON public.cart_cart USING btree (person_id);
CREATE INDEX cart_cartline_cart_id_c7b9981e ON public.cart_cartline USING btree (cart_id);
CREATE INDEX cart_cartline_variant_id_dbca56c9 ON public.cart_cartline USING btree (variant_id);
CREATE INDEX cart_dismissal_customer_id_6c359c49 ON public.cart_dismissal USING btree (customer_id);
CREATE INDEX cart_dismissal_person_id_9b24f527 ON public.cart_dismissal USING btree (person_id);
CREATE INDEX cart_dismissal_variant_id_dbd512cd ON public.cart_dismissal USING btree (variant_id);
CREATE UNIQUE INDEX cart_list_one_favorites ON public.cart_articlelist USING btree (customer_id, person_id) WHERE ((kind)::text = 'favorites'::text);
CREATE INDEX cart_memory_latest ON public.cart_purchasememory USING btree (customer_id, last_at DESC);
CREATE UNIQUE INDEX cart_one_open_per_hat ON public.cart_cart USING btree (market_id, customer_id, person_id) WHERE ((customer_id IS NOT NULL) AND ((state)::text = 'open'::text));
CREATE UNIQUE INDEX cart_one_open_per_visitor ON public.cart_cart USING btree (market_id, session_key) WHERE ((customer_id IS NULL) AND ((state)::text = 'open'::text));
CREATE INDEX cart_popularinsegment_segment_id_0757a3f2 ON public.cart_popularinsegment USING btree (segment_id);
CREATE INDEX cart_popularinsegment_variant_id_9be4abbc ON public.cart_popularinsegment USING btree (variant_id);
CREATE INDEX cart_purchasememory_customer_id_5ac87fef ON public.cart_purchasememory USING btree (customer_id);
CREATE INDEX cart_purchasememory_variant_id_9ee5e804 ON public.cart_purchasememory USING btree (variant_id);
CREATE INDEX catalog_assortment_code_a617496a_like ON public.catalog_assortment USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_assortmentcriterion_assortment_id_78cda9f9 ON public.catalog_assortmentcriterion USING btree (assortment_id);
CREATE INDEX catalog_assortmentcriterion_attribute_id_c1de314f ON public.catalog_assortmentcriterion USING btree (attribute_id);
CREATE INDEX catalog_assortmentcriterion_brand_id_e22cf2b5 ON public.catalog_assortmentcriterion USING btree (brand_id);
CREATE INDEX catalog_assortmentcriterion_category_id_0ffc6c8b ON public.catalog_assortmentcriterion USING btree (category_id);
CREATE INDEX catalog_assortmentcriterion_family_id_d8ceba03 ON public.catalog_assortmentcriterion USING btree (family_id);
CREATE INDEX catalog_assortmentrule_assortment_id_a73c018f ON public.catalog_assortmentrule USING btree (assortment_id);
CREATE INDEX catalog_assortmentrule_customer_id_9970d2bb ON public.catalog_assortmentrule USING btree (customer_id);
CREATE INDEX catalog_assortmentrule_market_id_f92546b6 ON public.catalog_assortmentrule USING btree (market_id);
CREATE INDEX catalog_assortmentrule_segment_id_1566bf7d ON public.catalog_assortmentrule USING btree (segment_id);
CREATE INDEX catalog_assortmentvariant_assortment_id_760327bb ON public.catalog_assortmentvariant USING btree (assortment_id);
CREATE INDEX catalog_assortmentvariant_variant_id_e44a7a91 ON public.catalog_assortmentvariant USING btree (variant_id);
CREATE INDEX catalog_attribute_code_6837f1c0_like ON public.catalog_attribute USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_attributegroup_code_3ee6b3e3_like ON public.catalog_attributegroup USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_brand_code_ce4da86b_like ON public.catalog_brand USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_bundlepart_bundle_id_6eaadf58 ON public.catalog_bundlepart USING btree (bundle_id);
CREATE INDEX catalog_bundlepart_variant_id_f8e8bb41 ON public.catalog_bundlepart USING btree (variant_id);
CREATE INDEX catalog_category_code_4ebdd232_like ON public.catalog_category USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_category_family_id_40a11486 ON public.catalog_category USING btree (family_id);
CREATE INDEX catalog_category_parent_id_f61bd017 ON public.catalog_category USING btree (parent_id);
CREATE INDEX catalog_category_picture_id_ff433c50 ON public.catalog_category USING btree (picture_id);
CREATE INDEX catalog_channel_assortment_id_f1b69fe2 ON public.catalog_channel USING btree (assortment_id);
CREATE INDEX catalog_channel_code_be3e93e0_like ON public.catalog_channel USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_channel_market_id_111f6369 ON public.catalog_channel USING btree (market_id);
CREATE INDEX catalog_channeltext_channel_id_2ed2ebed ON public.catalog_channeltext USING btree (channel_id);
CREATE INDEX catalog_channeltext_product_id_caf674af ON public.catalog_channeltext USING btree (product_id);
CREATE INDEX catalog_completeness_channel_id_802067a0 ON public.catalog_completeness USING btree (channel_id);
CREATE INDEX catalog_completeness_product_id_b0da4aa6 ON public.catalog_completeness USING btree (product_id);
CREATE INDEX catalog_customerarticlenumber_customer_id_1b0c3439 ON public.catalog_customerarticlenumber USING btree (customer_id);
CREATE INDEX catalog_customerarticlenumber_variant_id_6588d493 ON public.catalog_customerarticlenumber USING btree (variant_id);
CREATE INDEX catalog_document_customer_id_41582406 ON public.catalog_document USING btree (customer_id);
CREATE INDEX catalog_documentlink_brand_id_44e47b65 ON public.catalog_documentlink USING btree (brand_id);
CREATE INDEX catalog_documentlink_category_id_f4086ef6 ON public.catalog_documentlink USING btree (category_id);
CREATE INDEX catalog_documentlink_document_id_cace0961 ON public.catalog_documentlink USING btree (document_id);
CREATE INDEX catalog_documentlink_family_id_540eae1b ON public.catalog_documentlink USING btree (family_id);
CREATE INDEX catalog_documentlink_product_id_ff7220ea ON public.catalog_documentlink USING btree (product_id);
CREATE INDEX catalog_family_code_df7250cb_like ON public.catalog_family USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_familyattribute_attribute_id_dde33dbf ON public.catalog_familyattribute USING btree (attribute_id);
CREATE INDEX catalog_familyattribute_family_id_86628324 ON public.catalog_familyattribute USING btree (family_id);
CREATE INDEX catalog_familyattribute_group_id_74f697f0 ON public.catalog_familyattribute USING btree (group_id);
CREATE INDEX catalog_oldslug_product_id_6d60dc81 ON public.catalog_oldslug USING btree (product_id);
CREATE INDEX catalog_oldslug_slug_f52e7750 ON public.catalog_oldslug USING btree (slug);
CREATE INDEX catalog_oldslug_slug_f52e7750_like ON public.catalog_oldslug USING btree (slug varchar_pattern_ops);
CREATE INDEX catalog_packaginglevel_variant_id_a2a5fde9 ON public.catalog_packaginglevel USING btree (variant_id);
CREATE INDEX catalog_picture_sha256_971de194_like ON public.catalog_picture USING btree (sha256 varchar_pattern_ops);
CREATE INDEX catalog_product_brand_id_bb0c7890 ON public.catalog_product USING btree (brand_id);
CREATE INDEX catalog_product_category_id_35bf920b ON public.catalog_product USING btree (category_id);
CREATE INDEX catalog_product_code_e2e89c4b_like ON public.catalog_product USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_product_family_id_008596d3 ON public.catalog_product USING btree (family_id);
CREATE INDEX catalog_product_size_guide_id_6320ba49 ON public.catalog_product USING btree (size_guide_id);
CREATE INDEX catalog_product_tax_class_id_ea135695 ON public.catalog_product USING btree (tax_class_id);
CREATE INDEX catalog_productblock_picture_id_83c9cf4d ON public.catalog_productblock USING btree (picture_id);
CREATE INDEX catalog_productblock_product_id_42a46961 ON public.catalog_productblock USING btree (product_id);
CREATE INDEX catalog_productpicture_picture_id_c2544672 ON public.catalog_productpicture USING btree (picture_id);
CREATE INDEX catalog_productpicture_product_id_681aae72 ON public.catalog_productpicture USING btree (product_id);
CREATE INDEX catalog_producttext_product_id_4b3ac41f ON public.catalog_producttext USING btree (product_id);
CREATE INDEX catalog_producttext_slug_24ed53e8 ON public.catalog_producttext USING btree (slug);
CREATE INDEX catalog_producttext_slug_24ed53e8_like ON public.catalog_producttext USING btree (slug varchar_pattern_ops);
CREATE INDEX catalog_relation_product_id_33c34b21 ON public.catalog_relation USING btree (product_id);
CREATE INDEX catalog_relation_to_id_83636c58 ON public.catalog_relation USING btree (to_id);
CREATE INDEX catalog_requirement_channel_id_71ca1f2c ON public.catalog_requirement USING btree (channel_id);
CREATE INDEX catalog_requirement_family_id_76fff7b8 ON public.catalog_requirement USING btree (family_id);
CREATE INDEX catalog_selector_category_id_8da63161 ON public.catalog_selector USING btree (category_id);
CREATE INDEX catalog_selector_code_e0dcf380_like ON public.catalog_selector USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_selectorquestion_attribute_id_9c7bc122 ON public.catalog_selectorquestion USING btree (attribute_id);
CREATE INDEX catalog_selectorquestion_selector_id_2fc21ce9 ON public.catalog_selectorquestion USING btree (selector_id);
CREATE INDEX catalog_sizeguide_code_9ef24a6d_like ON public.catalog_sizeguide USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_sizeguide_picture_id_909fd633 ON public.catalog_sizeguide USING btree (picture_id);
CREATE INDEX catalog_spinframe_block_id_9a603ddc ON public.catalog_spinframe USING btree (block_id);
CREATE INDEX catalog_spinframe_picture_id_f0178576 ON public.catalog_spinframe USING btree (picture_id);
CREATE INDEX catalog_variant_picture_id_1dcfdfa7 ON public.catalog_variant USING btree (picture_id);
CREATE INDEX catalog_variant_product_id_8a21d193 ON public.catalog_variant USING btree (product_id);
CREATE INDEX catalog_variant_sku_normalized_075e6f99_like ON public.catalog_variant USING btree (sku_normalized varchar_pattern_ops);
CREATE INDEX completeness_lowest ON public.catalog_completeness USING btree (channel_id, lowest, product_id);
CREATE INDEX completeness_missing ON public.catalog_completeness USING gin (missing);
CREATE INDEX consumer_price_history ON public.pricing_consumerprice USING btree (market_id, variant_id, from_at DESC);
CREATE INDEX content_article_slug_d023fc80 ON public.content_article USING btree (slug);
CREATE INDEX content_article_slug_d023fc80_like ON public.content_article USING btree (slug varchar_pattern_ops);
CREATE INDEX content_homecontent_market_id_723b459e ON public.content_homecontent USING btree (market_id);
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX customer_list ON public.customers_customer USING btree (kind, name, id);
CREATE INDEX customer_organization ON public.customers_customer USING btree (organization_number);
CREATE INDEX customer_words ON public.customers_customer USING gin (upper((name)::text) public.gin_trgm_ops, upper((email)::text) public.gin_trgm_ops);
CREATE INDEX customers_address_customer_id_f042422e ON public.customers_address USING btree (customer_id);
CREATE INDEX customers_customer_contact_person_id_dba67e03 ON public.customers_customer USING btree (contact_person_id);
CREATE INDEX customers_customer_market_id_a45ad664 ON public.customers_customer USING btree (market_id);
CREATE INDEX customers_customer_number_c63b3994_like ON public.customers_customer USING btree (number varchar_pattern_ops);
CREATE INDEX customers_customer_parent_id_7e55028b ON public.customers_customer USING btree (parent_id);
CREATE INDEX customers_customer_payment_term_id_e5661bde ON public.customers_customer USING btree (payment_term_id);
CREATE INDEX customers_customer_segments_customer_id_9d9a37b8 ON public.customers_customer_segments USING btree (customer_id);
CREATE INDEX customers_customer_segments_segment_id_a2a81fd9 ON public.customers_customer_segments USING btree (segment_id);
CREATE INDEX customers_membership_customer_id_ea167a38 ON public.customers_membership USING btree (customer_id);
CREATE INDEX customers_membership_person_id_e6cd8b20 ON public.customers_membership USING btree (person_id);
CREATE INDEX customers_segment_code_d22d5507_like ON public.customers_segment USING btree (code varchar_pattern_ops);
CREATE INDEX delivery_deliverymethod_code_f5fffa47 ON public.delivery_deliverymethod USING btree (code);
CREATE INDEX delivery_deliverymethod_code_f5fffa47_like ON public.delivery_deliverymethod USING btree (code varchar_pattern_ops);
CREATE INDEX delivery_deliverymethod_market_id_bd869792 ON public.delivery_deliverymethod USING btree (market_id);
CREATE INDEX delivery_deliverymethod_tax_class_id_42e089ce ON public.delivery_deliverymethod USING btree (tax_class_id);
CREATE INDEX delivery_deliveryrate_method_id_6df675c1 ON public.delivery_deliveryrate USING btree (method_id);
CREATE INDEX digital_digitalfile_variant_id_f1fba4fe ON public.digital_digitalfile USING btree (variant_id);
CREATE INDEX digital_downloadentry_file_id_f1c3f3d7 ON public.digital_downloadentry USING btree (file_id);
CREATE INDEX digital_downloadentry_order_line_id_571c3d3d ON public.digital_downloadentry USING btree (order_line_id);
CREATE UNIQUE INDEX digital_file_name_once ON public.digital_digitalfile USING btree (variant_id, name) WHERE (removed_at IS NULL);
CREATE INDEX digital_licencekey_added_by_id_e55c69b4 ON public.digital_licencekey USING btree (added_by_id);
CREATE INDEX digital_licencekey_location_id_39706c0a ON public.digital_licencekey USING btree (location_id);
CREATE INDEX digital_licencekey_order_line_id_c01e350f ON public.digital_licencekey USING btree (order_line_id);
CREATE INDEX digital_licencekey_variant_id_2174045f ON public.digital_licencekey USING btree (variant_id);
CREATE INDEX digital_licencekey_voided_by_id_f721476d ON public.digital_licencekey USING btree (voided_by_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE UNIQUE INDEX document_file_once ON public.catalog_document USING btree (sha256, customer_id) NULLS NOT DISTINCT WHERE (NOT ((sha256)::text = ''::text));
CREATE INDEX document_list ON public.catalog_document USING btree (title, id);
CREATE INDEX document_sha256 ON public.catalog_document USING btree (sha256);
CREATE INDEX document_text_words ON public.catalog_documenttext USING gin (to_tsvector('simple'::regconfig, COALESCE(words, ''::text)));
CREATE INDEX document_title_words ON public.catalog_document USING gin (upper((title)::text) public.gin_trgm_ops);
CREATE INDEX document_valid_to ON public.catalog_document USING btree (valid_to) WHERE (valid_to IS NOT NULL);
CREATE INDEX download_of_line ON public.digital_downloadentry USING btree (order_line_id, id DESC);
CREATE INDEX events_handledevent_event_id_29574a3f ON public.events_handledevent USING btree (event_id);
CREATE INDEX exemption_customer ON public.tax_exemptioncertificate USING btree (customer_id, state);
CREATE INDEX exemption_expiry ON public.tax_exemptioncertificate USING btree (valid_to) WHERE (valid_to IS NOT NULL);
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE INDEX fulfillment_shipment_created_by_id_45c70b06 ON public.fulfillment_shipment USING btree (created_by_id);
CREATE INDEX fulfillment_shipment_location_id_4b9b2d18 ON public.fulfillment_shipment USING btree (location_id);
CREATE INDEX fulfillment_shipment_number_9727ed25_like ON public.fulfillment_shipment USING btree (number varchar_pattern_ops);
CREATE INDEX fulfillment_shipment_order_id_28952ad5 ON public.fulfillment_shipment USING btree (order_id);
CREATE INDEX fulfillment_shipmentline_order_line_id_a68008e7 ON public.fulfillment_shipmentline USING btree (order_line_id);
CREATE INDEX fulfillment_shipmentline_shipment_id_2373afd7 ON public.fulfillment_shipmentline USING btree (shipment_id);
CREATE INDEX identity_apikey_key_digest_c52d3dfe_like ON public.identity_apikey USING btree (key_digest varchar_pattern_ops);
CREATE INDEX identity_apikey_person_id_ad828d9b ON public.identity_apikey USING btree (person_id);
CREATE INDEX identity_person_email_7030b823_like ON public.identity_person USING btree (email varchar_pattern_ops);
CREATE INDEX identity_person_groups_group_id_0ec77eec ON public.identity_person_groups USING btree (group_id);
CREATE INDEX identity_person_groups_person_id_ba4908f7 ON public.identity_person_groups USING btree (person_id);
CREATE INDEX identity_person_user_permissions_permission_id_c12aae3e ON public.identity_person_user_permissions USING btree (permission_id);
CREATE INDEX identity_person_user_permissions_person_id_5dd5dd61 ON public.identity_person_user_permissions USING btree (person_id);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX import_row_kind ON public.imports_importrow USING btree (run_id, is_trial, kind, number);
CREATE INDEX import_run_working ON public.imports_importrun USING btree (leased_until) WHERE ((state)::text = ANY ((ARRAY['trying'::character varying, 'applying'::character varying, 'undoing'::character varying])::text[]));
CREATE INDEX imports_importrow_run_id_d16073d2 ON public.imports_importrow USING btree (run_id);
CREATE INDEX imports_importrun_profile_id_eb99b6af ON public.imports_importrun USING btree (profile_id);
CREATE INDEX inventory_location_code_8bf97d37_like ON public.inventory_location USING btree (code varchar_pattern_ops);
CREATE INDEX inventory_reservation_location_id_5c6c0e8e ON public.inventory_reservation USING btree (location_id);
CREATE INDEX inventory_reservation_variant_id_a7811c2f ON public.inventory_reservation USING btree (variant_id);
CREATE INDEX inventory_stockentry_location_id_33c4e7f5 ON public.inventory_stockentry USING btree (location_id);
CREATE INDEX inventory_stockentry_variant_id_dd1435ae ON public.inventory_stockentry USING btree (variant_id);
CREATE INDEX inventory_stockitem_location_id_18093e41 ON public.inventory_stockitem USING btree (location_id);
CREATE INDEX inventory_stockitem_variant_id_9e11953b ON public.inventory_stockitem USING btree (variant_id);
CREATE INDEX invoice_customer ON public.invoicing_invoice USING btree (customer_id, issued_on DESC);
CREATE INDEX invoice_latest ON public.invoicing_invoice USING btree (issued_on DESC, id DESC);
CREATE UNIQUE INDEX invoice_reference_once ON public.invoicing_invoice USING btree (payment_reference) WHERE (((kind)::text = 'invoice'::text) AND (NOT ((payment_reference)::text = ''::text)));
CREATE UNIQUE INDEX invoice_shipment_once ON public.invoicing_invoice USING btree (shipment_id) WHERE (((kind)::text = 'invoice'::text) AND (shipment_id IS NOT NULL));
CREATE INDEX invoicing_invoice_corrects_id_6481022d ON public.invoicing_invoice USING btree (corrects_id);
CREATE INDEX invoicing_invoice_customer_id_c1b6ead9 ON public.invoicing_invoice USING btree (customer_id);
CREATE INDEX invoicing_invoice_market_id_f9a62c53 ON public.invoicing_invoice USING btree (market_id);
CREATE INDEX invoicing_invoice_number_f35f6ffa_like ON public.invoicing_invoice USING btree (number varchar_pattern_ops);
CREATE INDEX invoicing_invoice_order_id_49993340 ON public.invoicing_invoice USING btree (order_id);
CREATE INDEX invoicing_invoice_shipment_id_ef39bc46 ON public.invoicing_invoice USING btree (shipment_id);
CREATE INDEX invoicing_invoiceline_invoice_id_76c97100 ON public.invoicing_invoiceline USING btree (invoice_id);
CREATE INDEX invoicing_invoiceline_order_line_id_bdf71bf9 ON public.invoicing_invoiceline USING btree (order_line_id);
CREATE INDEX invoicing_invoiceline_shipment_line_id_d601412c ON public.invoicing_invoiceline USING btree (shipment_line_id);
CREATE INDEX licence_key_free ON public.digital_licencekey USING btree (variant_id, location_id, id) WHERE ((order_line_id IS NULL) AND (voided_at IS NULL));
CREATE INDEX licence_key_latest ON public.digital_licencekey USING btree (variant_id, id DESC);
CREATE UNIQUE INDEX list_layout_one_default ON public.lists_listlayout USING btree (person_id, list_code) WHERE is_default;
CREATE INDEX list_layout_shared ON public.lists_listlayout USING btree (list_code) WHERE is_shared;
CREATE INDEX markets_market_code_a7c4165b_like ON public.markets_market USING btree (code varchar_pattern_ops);
CREATE INDEX markets_market_invoice_term_id_1869df06 ON public.markets_market USING btree (invoice_term_id);
CREATE INDEX markets_paymentterm_code_756e304c_like ON public.markets_paymentterm USING btree (code varchar_pattern_ops);
CREATE INDEX numbering_numberseries_code_31167324_like ON public.numbering_numberseries USING btree (code varchar_pattern_ops);
CREATE UNIQUE INDEX one_default_market ON public.markets_market USING btree (is_default) WHERE is_default;
CREATE INDEX open_items ON public.receivables_openitem USING btree (customer_id, due_on) WHERE (NOT (open_amount = (0)::numeric));
CREATE INDEX order_customer ON public.orders_order USING btree (customer_id, placed_at DESC);
CREATE INDEX order_latest ON public.orders_order USING btree (placed_at DESC, id DESC);
CREATE INDEX order_line_variant ON public.orders_orderline USING btree (variant_id, order_id);
CREATE INDEX order_person ON public.orders_order USING btree (person_id, placed_at DESC);
CREATE INDEX order_state ON public.orders_order USING btree (state, placed_at DESC);
CREATE INDEX order_words ON public.orders_order USING gin (upper((contact_name)::text) public.gin_trgm_ops, upper((reference)::text) public.gin_trgm_ops, upper((po_number)::text) public.gin_trgm_ops, upper((email)::text) public.gin_trgm_ops);
CREATE INDEX orders_order_customer_id_0b76f6a4 ON public.orders_order USING btree (customer_id);
CREATE INDEX orders_order_delivery_method_id_69deab70 ON public.orders_order USING btree (delivery_method_id);
CREATE INDEX orders_order_market_id_6cfb4270 ON public.orders_order USING btree (market_id);
CREATE INDEX orders_order_number_abc9e0f2_like ON public.orders_order USING btree (number varchar_pattern_ops);
CREATE INDEX orders_order_payment_term_id_4e205fb9 ON public.orders_order USING btree (payment_term_id);
CREATE INDEX orders_order_person_id_d83c6a37 ON public.orders_order USING btree (person_id);
CREATE INDEX orders_order_staff_id_de0718d4 ON public.orders_order USING btree (staff_id);
CREATE INDEX orders_orderline_order_id_17f8f3ef ON public.orders_orderline USING btree (order_id);
CREATE INDEX orders_orderline_tax_class_id_f9c92dfa ON public.orders_orderline USING btree (tax_class_id);
CREATE INDEX orders_orderline_variant_id_0aa9a0d5 ON public.orders_orderline USING btree (variant_id);
CREATE INDEX orders_orderstep_order_id_5ffd2a28 ON public.orders_orderstep USING btree (order_id);
CREATE INDEX outbox_aggregate ON public.events_outboxevent USING btree (aggregate, id);
CREATE INDEX output_mail_recent ON public.output_sentmail USING btree (queued_at DESC, id DESC);
CREATE INDEX output_mail_recipient ON public.output_sentmail USING btree (recipient, queued_at DESC);
CREATE INDEX output_mail_subject ON public.output_sentmail USING btree (subject_kind, subject_uuid);
CREATE INDEX output_mail_words ON public.output_sentmail USING gin (upper((recipient)::text) public.gin_trgm_ops, upper((subject)::text) public.gin_trgm_ops);
CREATE INDEX output_sentmail_attachments_sentmail_id_00c9f697 ON public.output_sentmail_attachments USING btree (sentmail_id);
CREATE INDEX output_sentmail_attachments_storeddocument_id_83e5b18e ON public.output_sentmail_attachments USING btree (storeddocument_id);
CREATE UNIQUE INDEX packaging_gtin_once ON public.catalog_packaginglevel USING btree (gtin) WHERE (NOT ((gtin)::text = ''::text));
CREATE UNIQUE INDEX payment_authorized_once ON public.payments_payment USING btree (subject_kind, subject_uuid) WHERE ((state)::text = 'authorized'::text);
CREATE UNIQUE INDEX payment_entry_once ON public.payments_paymententry USING btree (subject_kind, subject_uuid, kind) WHERE (NOT ((state)::text = 'failed'::text));
CREATE UNIQUE INDEX payment_gateway_once ON public.payments_payment USING btree (gateway, gateway_reference) WHERE (NOT ((gateway_reference)::text = ''::text));
CREATE INDEX payment_subject ON public.payments_payment USING btree (subject_kind, subject_uuid);
CREATE INDEX payments_democharge_reference_a9a54159_like ON public.payments_democharge USING btree (reference varchar_pattern_ops);
CREATE INDEX payments_paymententry_payment_id_0b9f9099 ON public.payments_paymententry USING btree (payment_id);
CREATE UNIQUE INDEX person_email_once ON public.identity_person USING btree (lower((email)::text));
CREATE INDEX person_words ON public.identity_person USING gin (upper((email)::text) public.gin_trgm_ops, upper((first_name)::text) public.gin_trgm_ops, upper((last_name)::text) public.gin_trgm_ops);
CREATE INDEX planned_change_due ON public.imports_plannedchange USING btree (at) WHERE ((state)::text = 'planned'::text);
CREATE INDEX planned_change_ending ON public.imports_plannedchange USING btree (until) WHERE ((state)::text = 'active'::text);
CREATE UNIQUE INDEX planned_change_once ON public.imports_plannedchange USING btree (target, key, field, at) WHERE ((state)::text = 'planned'::text);
CREATE INDEX planned_change_subject ON public.imports_plannedchange USING btree (target, subject, at DESC);
CREATE INDEX price_history ON public.pricing_pricehistory USING btree (price_list_id, variant_id, id DESC);
CREATE INDEX price_list_of_costs ON public.pricing_pricelist USING btree (kind) WHERE ((kind)::text = 'cost'::text);
CREATE INDEX pricing_campaign_brand_id_e0b9a71b ON public.pricing_campaign USING btree (brand_id);
CREATE INDEX pricing_campaign_category_id_71294c39 ON public.pricing_campaign USING btree (category_id);
CREATE INDEX pricing_campaign_code_a5a55c48_like ON public.pricing_campaign USING btree (code varchar_pattern_ops);
CREATE INDEX pricing_campaign_gift_id_f318497f ON public.pricing_campaign USING btree (gift_id);
CREATE INDEX pricing_campaign_market_id_c1135a93 ON public.pricing_campaign USING btree (market_id);
CREATE INDEX pricing_campaignuse_campaign_id_8fb524e3 ON public.pricing_campaignuse USING btree (campaign_id);
CREATE INDEX pricing_consumerprice_market_id_01229d19 ON public.pricing_consumerprice USING btree (market_id);
CREATE INDEX pricing_consumerprice_variant_id_5c73bdf7 ON public.pricing_consumerprice USING btree (variant_id);
CREATE INDEX pricing_discount_brand_id_39aa25c1 ON public.pricing_discount USING btree (brand_id);
CREATE INDEX pricing_discount_category_id_b12773ea ON public.pricing_discount USING btree (category_id);
CREATE INDEX pricing_discount_customer_id_b9bfe01b ON public.pricing_discount USING btree (customer_id);
CREATE INDEX pricing_discount_family_id_2754e1dc ON public.pricing_discount USING btree (family_id);
CREATE INDEX pricing_discount_segment_id_74fc3fad ON public.pricing_discount USING btree (segment_id);
CREATE INDEX pricing_price_price_list_id_618540d7 ON public.pricing_price USING btree (price_list_id);
CREATE INDEX pricing_price_variant_id_eedde902 ON public.pricing_price USING btree (variant_id);
CREATE INDEX pricing_pricelist_code_20c779a3_like ON public.pricing_pricelist USING btree (code varchar_pattern_ops);
CREATE INDEX pricing_pricelist_customer_id_732f1fa8 ON public.pricing_pricelist USING btree (customer_id);
CREATE INDEX pricing_pricelist_location_id_c7e2f82b ON public.pricing_pricelist USING btree (location_id);
CREATE INDEX pricing_pricelist_market_id_1952a300 ON public.pricing_pricelist USING btree (market_id);
CREATE INDEX pricing_pricelist_segment_id_bbd22161 ON public.pricing_pricelist USING btree (segment_id);
CREATE INDEX pricing_pricepolicy_on_request_but_id_76447376 ON public.pricing_pricepolicy USING btree (on_request_but_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX product_status_category ON public.catalog_product USING btree (status, category_id);
CREATE INDEX product_text_words ON public.catalog_producttext USING gin (upper((name)::text) public.gin_trgm_ops);
CREATE INDEX product_updated ON public.catalog_product USING btree (updated_at);
CREATE INDEX receivable_customer ON public.receivables_receivableentry USING btree (customer_id, booked_on);
CREATE UNIQUE INDEX receivable_document_once ON public.receivables_receivableentry USING btree (invoice_id, kind) WHERE ((kind)::text = ANY ((ARRAY['invoice'::character varying, 'credit_note'::character varying])::text[]));
CREATE UNIQUE INDEX receivable_external_once ON public.receivables_receivableentry USING btree (method, external_id) WHERE (NOT ((external_id)::text = ''::text));
CREATE INDEX receivables_allocation_entry_id_73d00ce6 ON public.receivables_allocation USING btree (entry_id);
CREATE INDEX receivables_allocation_open_item_id_df71d6cd ON public.receivables_allocation USING btree (open_item_id);
CREATE INDEX receivables_openitem_customer_id_29f27d03 ON public.receivables_openitem USING btree (customer_id);
CREATE INDEX receivables_receivableentry_customer_id_7d690b10 ON public.receivables_receivableentry USING btree (customer_id);
CREATE INDEX receivables_receivableentry_invoice_id_017b9aec ON public.receivables_receivableentry USING btree (invoice_id);
CREATE INDEX receivables_receivableentry_market_id_a85cd04d ON public.receivables_receivableentry USING btree (market_id);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE INDEX reservation_expiry ON public.inventory_reservation USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX reservation_subject ON public.inventory_reservation USING btree (subject_kind, subject_uuid);
CREATE INDEX returns_return_number_5a1f950f_like ON public.returns_return USING btree (number varchar_pattern_ops);
CREATE INDEX returns_return_order_id_acc0b89a ON public.returns_return USING btree (order_id);
CREATE INDEX returns_returnline_order_line_id_24a5f4ee ON public.returns_returnline USING btree (order_line_id);
CREATE INDEX returns_returnline_return_record_id_6af33dd4 ON public.returns_returnline USING btree (return_record_id);
CREATE INDEX search_change_order ON public.search_searchchange USING btree (is_bulk, id);
CREATE INDEX search_change_transaction ON public.search_searchchange USING btree (transaction);
CREATE INDEX search_merchandising_brand_id_71fe7f80 ON public.search_merchandising USING btree (brand_id);
CREATE INDEX search_merchandising_category_id_e73caf2c ON public.search_merchandising USING btree (category_id);
CREATE INDEX search_merchandising_market_id_00cdfcc2 ON public.search_merchandising USING btree (market_id);
CREATE INDEX search_merchandising_place ON public.search_merchandising USING btree (place, text_key);
CREATE INDEX search_merchandising_product_id_3d2a95c0 ON public.search_merchandising USING btree (product_id);
CREATE INDEX search_merchandising_segment_id_ddb51ff2 ON public.search_merchandising USING btree (segment_id);
CREATE INDEX search_searchnode_key_7db2b95c_like ON public.search_searchnode USING btree (key varchar_pattern_ops);
CREATE INDEX search_searchtally_market_id_86b21b98 ON public.search_searchtally USING btree (market_id);
CREATE UNIQUE INDEX shipment_line_invoiced_once ON public.invoicing_invoiceline USING btree (shipment_line_id) WHERE ((NOT is_credit) AND (shipment_line_id IS NOT NULL));
CREATE INDEX stock_entry_balance ON public.inventory_stockentry USING btree (variant_id, location_id, id);
CREATE UNIQUE INDEX stock_entry_once ON public.inventory_stockentry USING btree (subject_kind, subject_uuid, variant_id, location_id, kind) WHERE (subject_uuid IS NOT NULL);
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE INDEX tax_exemptioncertificate_customer_id_d03a68fe ON public.tax_exemptioncertificate USING btree (customer_id);
CREATE INDEX tax_exemptioncertificate_t_exemptioncertificate_id_42108da3 ON public.tax_exemptioncertificate_tax_classes USING btree (exemptioncertificate_id);
CREATE INDEX tax_exemptioncertificate_tax_classes_taxclass_id_3b136800 ON public.tax_exemptioncertificate_tax_classes USING btree (taxclass_id);
CREATE INDEX tax_taxclass_code_f13eabf9_like ON public.tax_taxclass USING btree (code varchar_pattern_ops);
CREATE INDEX tax_taxrate_tax_class_id_790e3bb2 ON public.tax_taxrate USING btree (tax_class_id);
CREATE INDEX tax_vatcheck_customer_id_34c1b4c1 ON public.tax_vatcheck USING btree (customer_id);
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX variant_gtin ON public.catalog_variant USING btree (gtin);
CREATE UNIQUE INDEX variant_gtin_once ON public.catalog_variant USING btree (gtin) WHERE (NOT ((gtin)::text = ''::text));
CREATE INDEX variant_mpn ON public.catalog_variant USING btree (mpn_normalized);
CREATE INDEX vat_check_latest ON public.tax_vatcheck USING btree (customer_id, checked_at DESC);
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);
CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);
CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);
CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.agreements_agreementstep FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.audit_auditentry FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.audit_auditseal FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.digital_downloadentry FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.inventory_stockentry FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.invoicing_invoice FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('sent_at,send_error,person_id');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.invoicing_invoiceline FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.orders_orderstep FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.payments_paymententry FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('state,finished_at');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.pricing_consumerprice FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.pricing_pricechange FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.pricing_pricehistory FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.receivables_allocation FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.receivables_openitem FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('open_amount,closed_at');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.receivables_receivableentry FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_append_only BEFORE DELETE OR UPDATE ON public.tax_vatcheck FOR EACH ROW EXECUTE FUNCTION public.truso_append_only('');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.agreements_agreement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.agreements_agreementfile REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.agreements_agreementperson REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.agreements_agreementwish REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.approvals_approvalrequest REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_assortment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_assortmentcriterion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_assortmentrule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_attribute REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_attributegroup REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_brand REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_bundle REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'variant_id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_bundlepart REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_category REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_channel REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_channeltext REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_documentlink REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_family REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_familyattribute REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_packaginglevel REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_product REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_productblock REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_producttext REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_requirement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_selector REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_selectorquestion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_sizeguide REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.catalog_variant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.customers_address REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('name,contact,street,street2,postcode,city,phone', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.customers_customer REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('name,email,phone', '', 'consumer_person_id', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.customers_membership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.customers_segment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.delivery_deliverymethod REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.digital_digitalfile REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.fulfillment_shipment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.identity_apikey REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', 'key_digest,last_used_at', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.identity_person REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('email,first_name,last_name,phone', 'password,last_login', 'id', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.imports_fieldowner REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.imports_importprofile REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.imports_plannedchange REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.inventory_location REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.invoicing_invoice REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('document', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.markets_market REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.markets_paymentterm REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.orders_order REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('contact_name,email,phone,delivery_address,billing_address', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.payments_payment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.pricing_campaign REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', 'used_count,used_amount', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.pricing_discount REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.pricing_pricelist REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', 'revision', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.pricing_pricepolicy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.returns_return REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.search_merchandising REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.search_redirect REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.search_synonym REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.tax_exemptioncertificate REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.tax_taxclass REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_delete AFTER DELETE ON public.tax_taxrate REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_delete('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.agreements_agreement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.agreements_agreementfile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.agreements_agreementperson REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.agreements_agreementwish REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.approvals_approvalrequest REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_assortment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_assortmentcriterion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_assortmentrule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_attribute REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_attributegroup REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_brand REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_bundle REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'variant_id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_bundlepart REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_category REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_channel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_channeltext REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_documentlink REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_family REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_familyattribute REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_packaginglevel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_product REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_productblock REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_producttext REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_requirement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_selector REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_selectorquestion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_sizeguide REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.catalog_variant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.customers_address REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('name,contact,street,street2,postcode,city,phone', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.customers_customer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('name,email,phone', '', 'consumer_person_id', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.customers_membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.customers_segment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.delivery_deliverymethod REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.digital_digitalfile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.fulfillment_shipment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.identity_apikey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', 'key_digest,last_used_at', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.identity_person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('email,first_name,last_name,phone', 'password,last_login', 'id', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.imports_fieldowner REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.imports_importprofile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.imports_plannedchange REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.inventory_location REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.invoicing_invoice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('document', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.markets_market REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.markets_paymentterm REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.orders_order REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('contact_name,email,phone,delivery_address,billing_address', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.payments_payment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.pricing_campaign REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', 'used_count,used_amount', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.pricing_discount REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.pricing_pricelist REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', 'revision', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.pricing_pricepolicy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.returns_return REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.search_merchandising REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.search_redirect REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.search_synonym REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.tax_exemptioncertificate REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.tax_taxclass REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_insert AFTER INSERT ON public.tax_taxrate REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_insert('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.agreements_agreement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.agreements_agreementfile REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.agreements_agreementperson REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.agreements_agreementwish REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.approvals_approvalrequest REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_assortment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_assortmentcriterion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_assortmentrule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_attribute REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_attributegroup REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_brand REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_bundle REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'variant_id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_bundlepart REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_category REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_channel REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_channeltext REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_documentlink REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_family REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_familyattribute REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_packaginglevel REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_product REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_productblock REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_producttext REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_requirement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_selector REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_selectorquestion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_sizeguide REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.catalog_variant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.customers_address REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('name,contact,street,street2,postcode,city,phone', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.customers_customer REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('name,email,phone', '', 'consumer_person_id', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.customers_membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.customers_segment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.delivery_deliverymethod REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.digital_digitalfile REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.fulfillment_shipment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.identity_apikey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', 'key_digest,last_used_at', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.identity_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('email,first_name,last_name,phone', 'password,last_login', 'id', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.imports_fieldowner REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.imports_importprofile REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.imports_plannedchange REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.inventory_location REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.invoicing_invoice REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('document', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.markets_market REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.markets_paymentterm REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.orders_order REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('contact_name,email,phone,delivery_address,billing_address', '', 'person_id', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.payments_payment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.pricing_campaign REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', 'used_count,used_amount', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.pricing_discount REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.pricing_pricelist REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', 'revision', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.pricing_pricepolicy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.returns_return REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.search_merchandising REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.search_redirect REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.search_synonym REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.tax_exemptioncertificate REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.tax_taxclass REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_audit_update AFTER UPDATE ON public.tax_taxrate REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_audit_update('', '', '', 'id');
CREATE TRIGGER truso_price_history_delete AFTER DELETE ON public.pricing_price REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_price_history();
CREATE TRIGGER truso_price_history_update AFTER UPDATE ON public.pricing_price REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.truso_price_history();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementwish
    ADD CONSTRAINT agreements_agreement_agreement_id_185da796_fk_agreement FOREIGN KEY (agreement_id) REFERENCES public.agreements_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementperson
    ADD CONSTRAINT agreements_agreement_agreement_id_ab2e777b_fk_agreement FOREIGN KEY (agreement_id) REFERENCES public.agreements_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementfile
    ADD CONSTRAINT agreements_agreement_agreement_id_db050b10_fk_agreement FOREIGN KEY (agreement_id) REFERENCES public.agreements_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementstep
    ADD CONSTRAINT agreements_agreement_agreement_id_e58547fc_fk_agreement FOREIGN KEY (agreement_id) REFERENCES public.agreements_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementwish
    ADD CONSTRAINT agreements_agreement_asked_by_id_1fedb91a_fk_identity_ FOREIGN KEY (asked_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_assortment_id_b8b68de2_fk_catalog_a FOREIGN KEY (assortment_id) REFERENCES public.catalog_assortment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_contact_id_cbb13edb_fk_identity_person_id FOREIGN KEY (contact_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_customer_id_876ffdf9_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_delivery_method_id_3215a110_fk_delivery_ FOREIGN KEY (delivery_method_id) REFERENCES public.delivery_deliverymethod(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_owner_id_f1fedad5_fk_identity_person_id FOREIGN KEY (owner_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_payment_term_id_cad87876_fk_markets_p FOREIGN KEY (payment_term_id) REFERENCES public.markets_paymentterm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementperson
    ADD CONSTRAINT agreements_agreement_person_id_6ac7a5ab_fk_identity_ FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_price_list_id_670c7e49_fk_pricing_p FOREIGN KEY (price_list_id) REFERENCES public.pricing_pricelist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreement
    ADD CONSTRAINT agreements_agreement_term_before_id_4137e5f2_fk_markets_p FOREIGN KEY (term_before_id) REFERENCES public.markets_paymentterm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_agreementwish
    ADD CONSTRAINT agreements_agreement_variant_id_b1b60358_fk_catalog_v FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_tenderrow
    ADD CONSTRAINT agreements_tenderrow_agreement_id_1d95c679_fk_agreement FOREIGN KEY (agreement_id) REFERENCES public.agreements_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreements_tenderrow
    ADD CONSTRAINT agreements_tenderrow_variant_id_6146ba03_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.approvals_approvalrequest
    ADD CONSTRAINT approvals_approvalre_customer_id_991572bc_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.approvals_approvalrequest
    ADD CONSTRAINT approvals_approvalre_decided_by_id_ef07eeb2_fk_identity_ FOREIGN KEY (decided_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.approvals_approvalrequest
    ADD CONSTRAINT approvals_approvalre_requested_by_id_8bc46cdb_fk_identity_ FOREIGN KEY (requested_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_articlelist
    ADD CONSTRAINT cart_articlelist_address_id_6f537896_fk_customers_address_id FOREIGN KEY (address_id) REFERENCES public.customers_address(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_articlelist
    ADD CONSTRAINT cart_articlelist_customer_id_112675db_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_articlelist
    ADD CONSTRAINT cart_articlelist_person_id_89b6bfa7_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_articlelist
    ADD CONSTRAINT cart_articlelist_taken_by_id_3f523c84_fk_identity_person_id FOREIGN KEY (taken_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_articlelistline
    ADD CONSTRAINT cart_articlelistline_list_id_d023c924_fk_cart_articlelist_id FOREIGN KEY (list_id) REFERENCES public.cart_articlelist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_articlelistline
    ADD CONSTRAINT cart_articlelistline_variant_id_fd852645_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_boughttogether
    ADD CONSTRAINT cart_boughttogether_other_id_bb135b18_fk_catalog_variant_id FOREIGN KEY (other_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_boughttogether
    ADD CONSTRAINT cart_boughttogether_variant_id_0e1456f5_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_cart
    ADD CONSTRAINT cart_cart_customer_id_bbe4c408_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_cart
    ADD CONSTRAINT cart_cart_market_id_f24ca509_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_cart
    ADD CONSTRAINT cart_cart_person_id_061ad241_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_cartline
    ADD CONSTRAINT cart_cartline_cart_id_c7b9981e_fk_cart_cart_id FOREIGN KEY (cart_id) REFERENCES public.cart_cart(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_cartline
    ADD CONSTRAINT cart_cartline_variant_id_dbca56c9_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_dismissal
    ADD CONSTRAINT cart_dismissal_customer_id_6c359c49_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_dismissal
    ADD CONSTRAINT cart_dismissal_person_id_9b24f527_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_dismissal
    ADD CONSTRAINT cart_dismissal_variant_id_dbd512cd_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_popularinsegment
    ADD CONSTRAINT cart_popularinsegmen_segment_id_0757a3f2_fk_customers FOREIGN KEY (segment_id) REFERENCES public.customers_segment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_popularinsegment
    ADD CONSTRAINT cart_popularinsegment_variant_id_9be4abbc_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_purchasememory
    ADD CONSTRAINT cart_purchasememory_customer_id_5ac87fef_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cart_purchasememory
    ADD CONSTRAINT cart_purchasememory_variant_id_9ee5e804_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentcriterion
    ADD CONSTRAINT catalog_assortmentcr_assortment_id_78cda9f9_fk_catalog_a FOREIGN KEY (assortment_id) REFERENCES public.catalog_assortment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentcriterion
    ADD CONSTRAINT catalog_assortmentcr_attribute_id_c1de314f_fk_catalog_a FOREIGN KEY (attribute_id) REFERENCES public.catalog_attribute(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentcriterion
    ADD CONSTRAINT catalog_assortmentcr_brand_id_e22cf2b5_fk_catalog_b FOREIGN KEY (brand_id) REFERENCES public.catalog_brand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentcriterion
    ADD CONSTRAINT catalog_assortmentcr_category_id_0ffc6c8b_fk_catalog_c FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentcriterion
    ADD CONSTRAINT catalog_assortmentcr_family_id_d8ceba03_fk_catalog_f FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentrule
    ADD CONSTRAINT catalog_assortmentru_assortment_id_a73c018f_fk_catalog_a FOREIGN KEY (assortment_id) REFERENCES public.catalog_assortment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentrule
    ADD CONSTRAINT catalog_assortmentru_customer_id_9970d2bb_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentrule
    ADD CONSTRAINT catalog_assortmentru_segment_id_1566bf7d_fk_customers FOREIGN KEY (segment_id) REFERENCES public.customers_segment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentrule
    ADD CONSTRAINT catalog_assortmentrule_market_id_f92546b6_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentvariant
    ADD CONSTRAINT catalog_assortmentva_assortment_id_760327bb_fk_catalog_a FOREIGN KEY (assortment_id) REFERENCES public.catalog_assortment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_assortmentvariant
    ADD CONSTRAINT catalog_assortmentva_variant_id_e44a7a91_fk_catalog_v FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_bundle
    ADD CONSTRAINT catalog_bundle_variant_id_a106da08_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_bundlepart
    ADD CONSTRAINT catalog_bundlepart_bundle_id_6eaadf58_fk_catalog_b FOREIGN KEY (bundle_id) REFERENCES public.catalog_bundle(variant_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_bundlepart
    ADD CONSTRAINT catalog_bundlepart_variant_id_f8e8bb41_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_category
    ADD CONSTRAINT catalog_category_family_id_40a11486_fk_catalog_family_id FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_category
    ADD CONSTRAINT catalog_category_parent_id_f61bd017_fk_catalog_category_id FOREIGN KEY (parent_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_category
    ADD CONSTRAINT catalog_category_picture_id_ff433c50_fk_catalog_picture_id FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_channel
    ADD CONSTRAINT catalog_channel_assortment_id_f1b69fe2_fk_catalog_assortment_id FOREIGN KEY (assortment_id) REFERENCES public.catalog_assortment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_channel
    ADD CONSTRAINT catalog_channel_market_id_111f6369_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_channeltext
    ADD CONSTRAINT catalog_channeltext_channel_id_2ed2ebed_fk_catalog_channel_id FOREIGN KEY (channel_id) REFERENCES public.catalog_channel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_channeltext
    ADD CONSTRAINT catalog_channeltext_product_id_caf674af_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_completeness
    ADD CONSTRAINT catalog_completeness_channel_id_802067a0_fk_catalog_channel_id FOREIGN KEY (channel_id) REFERENCES public.catalog_channel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_completeness
    ADD CONSTRAINT catalog_completeness_product_id_b0da4aa6_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_customerarticlenumber
    ADD CONSTRAINT catalog_customerarti_customer_id_1b0c3439_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_customerarticlenumber
    ADD CONSTRAINT catalog_customerarti_variant_id_6588d493_fk_catalog_v FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_document
    ADD CONSTRAINT catalog_document_customer_id_41582406_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT catalog_documentlink_brand_id_44e47b65_fk_catalog_brand_id FOREIGN KEY (brand_id) REFERENCES public.catalog_brand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT catalog_documentlink_category_id_f4086ef6_fk_catalog_c FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT catalog_documentlink_document_id_cace0961_fk_catalog_d FOREIGN KEY (document_id) REFERENCES public.catalog_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT catalog_documentlink_family_id_540eae1b_fk_catalog_family_id FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_documentlink
    ADD CONSTRAINT catalog_documentlink_product_id_ff7220ea_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_documenttext
    ADD CONSTRAINT catalog_documenttext_document_id_927e3607_fk_catalog_d FOREIGN KEY (document_id) REFERENCES public.catalog_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_familyattribute
    ADD CONSTRAINT catalog_familyattrib_attribute_id_dde33dbf_fk_catalog_a FOREIGN KEY (attribute_id) REFERENCES public.catalog_attribute(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_familyattribute
    ADD CONSTRAINT catalog_familyattrib_group_id_74f697f0_fk_catalog_a FOREIGN KEY (group_id) REFERENCES public.catalog_attributegroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_familyattribute
    ADD CONSTRAINT catalog_familyattribute_family_id_86628324_fk_catalog_family_id FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_oldslug
    ADD CONSTRAINT catalog_oldslug_product_id_6d60dc81_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_packaginglevel
    ADD CONSTRAINT catalog_packaginglev_variant_id_a2a5fde9_fk_catalog_v FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_brand_id_bb0c7890_fk_catalog_brand_id FOREIGN KEY (brand_id) REFERENCES public.catalog_brand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_category_id_35bf920b_fk_catalog_category_id FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_family_id_008596d3_fk_catalog_family_id FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_size_guide_id_6320ba49_fk_catalog_sizeguide_id FOREIGN KEY (size_guide_id) REFERENCES public.catalog_sizeguide(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_tax_class_id_ea135695_fk_tax_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.tax_taxclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_productblock
    ADD CONSTRAINT catalog_productblock_picture_id_83c9cf4d_fk_catalog_picture_id FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_productblock
    ADD CONSTRAINT catalog_productblock_product_id_42a46961_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_productpicture
    ADD CONSTRAINT catalog_productpictu_picture_id_c2544672_fk_catalog_p FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_productpicture
    ADD CONSTRAINT catalog_productpictu_product_id_681aae72_fk_catalog_p FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT catalog_producttext_product_id_4b3ac41f_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_relation
    ADD CONSTRAINT catalog_relation_product_id_33c34b21_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_relation
    ADD CONSTRAINT catalog_relation_to_id_83636c58_fk_catalog_product_id FOREIGN KEY (to_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_requirement
    ADD CONSTRAINT catalog_requirement_channel_id_71ca1f2c_fk_catalog_channel_id FOREIGN KEY (channel_id) REFERENCES public.catalog_channel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_requirement
    ADD CONSTRAINT catalog_requirement_family_id_76fff7b8_fk_catalog_family_id FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_selector
    ADD CONSTRAINT catalog_selector_category_id_8da63161_fk_catalog_category_id FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_selectorquestion
    ADD CONSTRAINT catalog_selectorques_attribute_id_9c7bc122_fk_catalog_a FOREIGN KEY (attribute_id) REFERENCES public.catalog_attribute(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_selectorquestion
    ADD CONSTRAINT catalog_selectorques_selector_id_2fc21ce9_fk_catalog_s FOREIGN KEY (selector_id) REFERENCES public.catalog_selector(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sizeguide
    ADD CONSTRAINT catalog_sizeguide_picture_id_909fd633_fk_catalog_picture_id FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_spinframe
    ADD CONSTRAINT catalog_spinframe_block_id_9a603ddc_fk_catalog_productblock_id FOREIGN KEY (block_id) REFERENCES public.catalog_productblock(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_spinframe
    ADD CONSTRAINT catalog_spinframe_picture_id_f0178576_fk_catalog_picture_id FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_picture_id_1dcfdfa7_fk_catalog_picture_id FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_product_id_8a21d193_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_homecontent
    ADD CONSTRAINT content_homecontent_market_id_723b459e_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT customers_address_customer_id_f042422e_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_consumer_person_id_ea55cb1a_fk_identity_ FOREIGN KEY (consumer_person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_contact_person_id_dba67e03_fk_identity_ FOREIGN KEY (contact_person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_market_id_a45ad664_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_parent_id_7e55028b_fk_customers_customer_id FOREIGN KEY (parent_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_payment_term_id_e5661bde_fk_markets_p FOREIGN KEY (payment_term_id) REFERENCES public.markets_paymentterm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer_segments
    ADD CONSTRAINT customers_customer_s_customer_id_9d9a37b8_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_customer_segments
    ADD CONSTRAINT customers_customer_s_segment_id_a2a81fd9_fk_customers FOREIGN KEY (segment_id) REFERENCES public.customers_segment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_membership
    ADD CONSTRAINT customers_membership_customer_id_ea167a38_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customers_membership
    ADD CONSTRAINT customers_membership_person_id_e6cd8b20_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.delivery_deliverymethod
    ADD CONSTRAINT delivery_deliverymet_tax_class_id_42e089ce_fk_tax_taxcl FOREIGN KEY (tax_class_id) REFERENCES public.tax_taxclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.delivery_deliverymethod
    ADD CONSTRAINT delivery_deliverymethod_market_id_bd869792_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.delivery_deliveryrate
    ADD CONSTRAINT delivery_deliveryrat_method_id_6df675c1_fk_delivery_ FOREIGN KEY (method_id) REFERENCES public.delivery_deliverymethod(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_digitalfile
    ADD CONSTRAINT digital_digitalfile_variant_id_f1fba4fe_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_downloadentry
    ADD CONSTRAINT digital_downloadentr_file_id_f1c3f3d7_fk_digital_d FOREIGN KEY (file_id) REFERENCES public.digital_digitalfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_downloadentry
    ADD CONSTRAINT digital_downloadentr_order_line_id_571c3d3d_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_added_by_id_e55c69b4_fk_identity_person_id FOREIGN KEY (added_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_location_id_39706c0a_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_order_line_id_c01e350f_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_variant_id_2174045f_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.digital_licencekey
    ADD CONSTRAINT digital_licencekey_voided_by_id_f721476d_fk_identity_person_id FOREIGN KEY (voided_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_handledevent
    ADD CONSTRAINT events_handledevent_event_id_29574a3f_fk_events_outboxevent_id FOREIGN KEY (event_id) REFERENCES public.events_outboxevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fulfillment_shipment
    ADD CONSTRAINT fulfillment_shipment_created_by_id_45c70b06_fk_identity_ FOREIGN KEY (created_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fulfillment_shipment
    ADD CONSTRAINT fulfillment_shipment_location_id_4b9b2d18_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fulfillment_shipment
    ADD CONSTRAINT fulfillment_shipment_order_id_28952ad5_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fulfillment_shipmentline
    ADD CONSTRAINT fulfillment_shipment_order_line_id_a68008e7_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fulfillment_shipmentline
    ADD CONSTRAINT fulfillment_shipment_shipment_id_2373afd7_fk_fulfillme FOREIGN KEY (shipment_id) REFERENCES public.fulfillment_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_apikey
    ADD CONSTRAINT identity_apikey_person_id_ad828d9b_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_person_groups
    ADD CONSTRAINT identity_person_groups_group_id_0ec77eec_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_person_groups
    ADD CONSTRAINT identity_person_groups_person_id_ba4908f7_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_person_user_permissions
    ADD CONSTRAINT identity_person_user_permission_id_c12aae3e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_person_user_permissions
    ADD CONSTRAINT identity_person_user_person_id_5dd5dd61_fk_identity_ FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT imports_importrow_run_id_d16073d2_fk_imports_importrun_id FOREIGN KEY (run_id) REFERENCES public.imports_importrun(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_profile_id_eb99b6af_fk_imports_i FOREIGN KEY (profile_id) REFERENCES public.imports_importprofile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT inventory_reservatio_location_id_5c6c0e8e_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT inventory_reservation_variant_id_a7811c2f_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inventory_stockentry
    ADD CONSTRAINT inventory_stockentry_location_id_33c4e7f5_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inventory_stockentry
    ADD CONSTRAINT inventory_stockentry_variant_id_dd1435ae_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inventory_stockitem
    ADD CONSTRAINT inventory_stockitem_location_id_18093e41_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.inventory_stockitem
    ADD CONSTRAINT inventory_stockitem_variant_id_9e11953b_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_corrects_id_6481022d_fk_invoicing_invoice_id FOREIGN KEY (corrects_id) REFERENCES public.invoicing_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_customer_id_c1b6ead9_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_market_id_f9a62c53_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_order_id_49993340_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoice
    ADD CONSTRAINT invoicing_invoice_shipment_id_ef39bc46_fk_fulfillme FOREIGN KEY (shipment_id) REFERENCES public.fulfillment_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoiceline
    ADD CONSTRAINT invoicing_invoicelin_invoice_id_76c97100_fk_invoicing FOREIGN KEY (invoice_id) REFERENCES public.invoicing_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoiceline
    ADD CONSTRAINT invoicing_invoicelin_order_line_id_bdf71bf9_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.invoicing_invoiceline
    ADD CONSTRAINT invoicing_invoicelin_shipment_line_id_d601412c_fk_fulfillme FOREIGN KEY (shipment_line_id) REFERENCES public.fulfillment_shipmentline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.markets_market
    ADD CONSTRAINT markets_market_invoice_term_id_1869df06_fk_markets_p FOREIGN KEY (invoice_term_id) REFERENCES public.markets_paymentterm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_customer_id_0b76f6a4_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_delivery_method_id_69deab70_fk_delivery_ FOREIGN KEY (delivery_method_id) REFERENCES public.delivery_deliverymethod(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_market_id_6cfb4270_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_payment_term_id_4e205fb9_fk_markets_paymentterm_id FOREIGN KEY (payment_term_id) REFERENCES public.markets_paymentterm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_person_id_d83c6a37_fk_identity_person_id FOREIGN KEY (person_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_staff_id_de0718d4_fk_identity_person_id FOREIGN KEY (staff_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_order_id_17f8f3ef_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_tax_class_id_f9c92dfa_fk_tax_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.tax_taxclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_variant_id_0aa9a0d5_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_order_id_5ffd2a28_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.output_sentmail_attachments
    ADD CONSTRAINT output_sentmail_atta_sentmail_id_00c9f697_fk_output_se FOREIGN KEY (sentmail_id) REFERENCES public.output_sentmail(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.output_sentmail_attachments
    ADD CONSTRAINT output_sentmail_atta_storeddocument_id_83e5b18e_fk_output_st FOREIGN KEY (storeddocument_id) REFERENCES public.output_storeddocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_paymententry
    ADD CONSTRAINT payments_paymententr_payment_id_0b9f9099_fk_payments_ FOREIGN KEY (payment_id) REFERENCES public.payments_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_brand_id_e0b9a71b_fk_catalog_brand_id FOREIGN KEY (brand_id) REFERENCES public.catalog_brand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_category_id_71294c39_fk_catalog_category_id FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_gift_id_f318497f_fk_catalog_variant_id FOREIGN KEY (gift_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_campaign
    ADD CONSTRAINT pricing_campaign_market_id_c1135a93_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_campaignuse
    ADD CONSTRAINT pricing_campaignuse_campaign_id_8fb524e3_fk_pricing_campaign_id FOREIGN KEY (campaign_id) REFERENCES public.pricing_campaign(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_consumerprice
    ADD CONSTRAINT pricing_consumerprice_market_id_01229d19_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_consumerprice
    ADD CONSTRAINT pricing_consumerprice_variant_id_5c73bdf7_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_discount
    ADD CONSTRAINT pricing_discount_brand_id_39aa25c1_fk_catalog_brand_id FOREIGN KEY (brand_id) REFERENCES public.catalog_brand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_discount
    ADD CONSTRAINT pricing_discount_category_id_b12773ea_fk_catalog_category_id FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_discount
    ADD CONSTRAINT pricing_discount_customer_id_b9bfe01b_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_discount
    ADD CONSTRAINT pricing_discount_family_id_2754e1dc_fk_catalog_family_id FOREIGN KEY (family_id) REFERENCES public.catalog_family(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_discount
    ADD CONSTRAINT pricing_discount_segment_id_74fc3fad_fk_customers_segment_id FOREIGN KEY (segment_id) REFERENCES public.customers_segment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_price_list_id_618540d7_fk_pricing_pricelist_id FOREIGN KEY (price_list_id) REFERENCES public.pricing_pricelist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_variant_id_eedde902_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_customer_id_732f1fa8_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_location_id_c7e2f82b_fk_inventory_location_id FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_market_id_1952a300_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_segment_id_bbd22161_fk_customers_segment_id FOREIGN KEY (segment_id) REFERENCES public.customers_segment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_pricepolicy
    ADD CONSTRAINT pricing_pricepolicy_customer_id_5d3d194c_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pricing_pricepolicy
    ADD CONSTRAINT pricing_pricepolicy_on_request_but_id_76447376_fk_catalog_a FOREIGN KEY (on_request_but_id) REFERENCES public.catalog_assortment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.receivables_allocation
    ADD CONSTRAINT receivables_allocati_entry_id_73d00ce6_fk_receivabl FOREIGN KEY (entry_id) REFERENCES public.receivables_receivableentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.receivables_allocation
    ADD CONSTRAINT receivables_allocati_open_item_id_df71d6cd_fk_receivabl FOREIGN KEY (open_item_id) REFERENCES public.receivables_openitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.receivables_openitem
    ADD CONSTRAINT receivables_openitem_customer_id_29f27d03_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.receivables_openitem
    ADD CONSTRAINT receivables_openitem_invoice_id_ad62ba48_fk_invoicing FOREIGN KEY (invoice_id) REFERENCES public.invoicing_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.receivables_receivableentry
    ADD CONSTRAINT receivables_receivab_customer_id_7d690b10_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.receivables_receivableentry
    ADD CONSTRAINT receivables_receivab_invoice_id_017b9aec_fk_invoicing FOREIGN KEY (invoice_id) REFERENCES public.invoicing_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.receivables_receivableentry
    ADD CONSTRAINT receivables_receivab_market_id_a85cd04d_fk_markets_m FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.returns_return
    ADD CONSTRAINT returns_return_credit_note_id_4eb2ee00_fk_invoicing_invoice_id FOREIGN KEY (credit_note_id) REFERENCES public.invoicing_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.returns_return
    ADD CONSTRAINT returns_return_order_id_acc0b89a_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.returns_returnline
    ADD CONSTRAINT returns_returnline_order_line_id_24a5f4ee_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.returns_returnline
    ADD CONSTRAINT returns_returnline_return_record_id_6af33dd4_fk_returns_r FOREIGN KEY (return_record_id) REFERENCES public.returns_return(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_brand_id_71fe7f80_fk_catalog_brand_id FOREIGN KEY (brand_id) REFERENCES public.catalog_brand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_category_id_e73caf2c_fk_catalog_c FOREIGN KEY (category_id) REFERENCES public.catalog_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_market_id_00cdfcc2_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_product_id_3d2a95c0_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_merchandising
    ADD CONSTRAINT search_merchandising_segment_id_ddb51ff2_fk_customers FOREIGN KEY (segment_id) REFERENCES public.customers_segment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_searchtally
    ADD CONSTRAINT search_searchtally_market_id_86b21b98_fk_markets_market_id FOREIGN KEY (market_id) REFERENCES public.markets_market(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_exemptioncertificate
    ADD CONSTRAINT tax_exemptioncertifi_customer_id_d03a68fe_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_exemptioncertificate_tax_classes
    ADD CONSTRAINT tax_exemptioncertifi_exemptioncertificate_42108da3_fk_tax_exemp FOREIGN KEY (exemptioncertificate_id) REFERENCES public.tax_exemptioncertificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_exemptioncertificate_tax_classes
    ADD CONSTRAINT tax_exemptioncertifi_taxclass_id_3b136800_fk_tax_taxcl FOREIGN KEY (taxclass_id) REFERENCES public.tax_taxclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_taxrate
    ADD CONSTRAINT tax_taxrate_tax_class_id_790e3bb2_fk_tax_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.tax_taxclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tax_vatcheck
    ADD CONSTRAINT tax_vatcheck_customer_id_34c1b4c1_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_identity_ FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_identity_ FOREIGN KEY (resolved_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_identity_person_id FOREIGN KEY (locked_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_identity_person_id FOREIGN KEY (owner_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_identity_ FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_identity_ FOREIGN KEY (finished_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_identity_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_identity_ FOREIGN KEY (requested_by_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_identity_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_identity_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_identity_person_id FOREIGN KEY (user_id) REFERENCES public.identity_person(id) DEFERRABLE INITIALLY DEFERRED;
