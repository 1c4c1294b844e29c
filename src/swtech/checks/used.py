"""The interface words that templates and scripts use, with the numbers and names that they put into them.

A new word is added here, to `book/kk.yml` and to `book/ru.yml`.
"""

from __future__ import annotations

USED = {
    "site": """
        skip home menu close contents self_check on_this_page top theme theme_auto theme_light
        theme_dark chapter{number} minutes_one{count} minutes_few{count} minutes_many{count}
        minutes_other{count} objectives figure{number} previous next pages_label table_label print_form example
        noscript about_label version{version} licence licence_texts answers_open cite
        citation{course}{year}{version}{page} citation_address copy copied copy_by_hand report report_how
        report_text report_page report_address report_section report_item report_version
        report_language report_mail report_subject{page} report_sent_nowhere search search_label
        search_hint search_button search_description search_wait search_empty search_none{query} search_some
        search_one{count} search_few{count} search_many{count} search_other{count} search_failed
        search_noscript choose choose_note start not_found not_found_note not_found_home
        whose{name} whose_nobody whose_shared whose_change whose_leave whose_left
        study_seen study_practised study_mastered study_due{n}
    """,
    "quiz": """
        label several choose gap{n} check sure unsure confidence amend hint retry show next restart
        up{entry} down{entry} letters answer key why back right wrong partly{percent} solution missed ordered
        misplaced unanswered folded{answer} typo{answer} nothing revised flip flip_failed study_noscript
        moved{entry}{n}{total} progress{n}{total}{points}
        finished{points}{total} unsaved case_label case_step{n} case_onward case_undo case_restart
        case_trail case_return{n} case_same case_other case_result{n}{total} case_compared case_mine case_theirs
        case_behind case_good
        case_mixed case_poor case_expert case_depth{n} test_chapters{titles} test_settings{n}{seed} test_other
        test_wait test_failed
        test_build test_levels test_remember test_remember_about test_understand test_understand_about
        test_apply test_apply_about test_analyse test_analyse_about test_all test_clear test_minutes
        test_minutes_help test_seed_help test_available_one{count} test_available_few{count}
        test_available_many{count} test_available_other{count} test_none test_no_level test_start
        test_ready test_rules test_change test_whole test_every_level test_time test_unlimited
        test_limit_one{count} test_limit_few{count} test_limit_many{count} test_limit_other{count}
        test_draft test_draft_about{n}{total}{seed} test_go_on test_anew test_anew_ask test_anew_yes
        test_anew_no test_forget test_last
        test_last_about{points}{total}{seed} test_look test_load_again test_questions
        test_to_questions{n}{total} test_strip test_number{n} test_is_answered test_is_open test_is_marked
        test_mark test_left{time} test_pause test_paused test_limit_off test_limit_on test_limit_gone
        test_half test_left_minutes_one{count} test_left_minutes_few{count} test_left_minutes_many{count}
        test_left_minutes_other{count} test_over test_over_about test_finish test_open_one{count}
        test_open_few{count} test_open_many{count} test_open_other{count} test_marked_list
        test_finish_anyway test_return test_result{points}{total} test_summary{right}{partly}{wrong}{open}
        test_spent{time} test_private test_objectives test_objectives_help test_right_of{n}{total}
        test_partly test_answers test_mistakes{n} test_mistakes_about test_repeat test_link test_back
        maker_chapters maker_n maker_seed maker_seed_help maker_link{language}
        maker_none maker_noscript copy copy_link{language} copied copy_by_hand
        study_title study_today{n} study_fresh{n} study_nothing study_take{n} study_go_on
        study_answered{n}{total} study_progress
        review_today review_kind review_due review_fresh review_items review_cards review_cases review_all
        review_start review_nothing review_limit review_limit_help review_ahead review_ahead_note
        review_day{date}{n} review_leeches review_leeches_note review_lapses_one{count}
        review_lapses_few{count} review_lapses_many{count} review_lapses_other{count} review_place{n}{total}
        review_more{n}
        review_repeat review_end review_next review_case review_case_open review_later review_wait
        review_failed review_retry review_done review_right review_unsure review_wrong
        review_overconfident_one{count} review_overconfident_few{count} review_overconfident_many{count}
        review_overconfident_other{count} review_reread review_left{what} review_tomorrow{what}
        review_tomorrow_none review_n_items_one{count} review_n_items_few{count} review_n_items_many{count}
        review_n_items_other{count} review_n_cards_one{count} review_n_cards_few{count}
        review_n_cards_many{count} review_n_cards_other{count} review_n_cases_one{count}
        review_n_cases_few{count} review_n_cases_many{count} review_n_cases_other{count} review_back
        cards_label cards_chapters cards_chapters_all cards_chapters_some{n}{total} cards_everything
        cards_nothing cards_faces cards_definition cards_term cards_kk_ru cards_ru_kk cards_n
        cards_count{what}{due} cards_none cards_start cards_ask_definition cards_ask_term cards_ask_kk_ru
        cards_ask_ru_kk cards_recall cards_answer cards_meaning cards_example cards_judge cards_right
        cards_wrong cards_glossary cards_flip cards_flip_failed cards_done cards_unsure cards_more
        progress_none progress_gained{n} progress_goals{n}{total} progress_due{n} progress_new
        progress_seen progress_practised progress_mastered progress_failed progress_unasked
        progress_share{right}{n}{percent} progress_share_none progress_of{right}{n}
        progress_few{n}{least} progress_over progress_under progress_flat progress_good progress_weeks
        progress_week record_field record_show record_print record_title record_course{title}{version}
        record_name record_made record_days record_period{first}{last} record_n_days_one{count}
        record_n_days_few{count} record_n_days_many{count} record_n_days_other{count} record_answers
        record_table record_what record_answered record_mastered record_rule record_tests
        record_test{date}{n}{right} record_no_tests record_cases record_case{title}{date}{n}{total}
        record_no_cases record_plain data_answers data_items data_cards data_cases data_damaged
        data_damaged_note data_size data_megabytes{n} data_kept data_loose data_keep data_keep_no
        data_tab data_export data_exported{name} data_nothing data_as_text data_text data_copied
        data_by_hand data_import data_paste data_add data_taken{added}{known}{refused} data_large{n}
        data_unreadable data_foreign data_newer data_course{course} data_none data_profiles
        data_nameless data_here data_switch data_rename data_name data_save data_cancel data_remove
        data_remove_ask{name} data_remove_yes data_removed{name} data_no data_new data_create data_same
        data_unnamed data_refused data_device data_share_note data_share data_shared data_leave
        data_leave_ask data_leave_yes data_own data_own_ask data_own_yes data_erase data_erase_ask{n}
        data_erase_yes data_erased data_undo data_undone data_erase_failed
    """,
}
