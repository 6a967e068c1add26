package io.sparkex.samples.secured;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;
import io.sparkex.errors.SessionLostException;

/**
 * Controller that serves the orders to all users. Each user can select orders in a
 * temporary view that is private to the user.
 */
@RestController
class SelectionController {

	private final UserSessions sessions;

	SelectionController(UserSessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping("/orders")
	DataFrame orders() {
		return this.sessions.current().table("orders");
	}

	@PutMapping("/selection")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void select(@RequestParam String region) {
		this.sessions.current()
			.sql("SELECT * FROM orders WHERE region = :region", Map.of("region", region))
			.createOrReplaceTempView("selection");
	}

	@GetMapping("/selection")
	DataFrame selection() {
		SparkSession session = this.sessions.current();
		if (!session.catalog().tableExists("selection")) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no selection.");
		}
		return session.table("selection");
	}

	/**
	 * Responds with status 410 if the server has expired the session, which it does after
	 * an hour of inactivity, and with it the view.
	 */
	@ExceptionHandler
	ProblemDetail lost(SessionLostException ex) {
		this.sessions.removeCurrentIfLost();
		return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, "The selection has expired. Select again.");
	}

}
