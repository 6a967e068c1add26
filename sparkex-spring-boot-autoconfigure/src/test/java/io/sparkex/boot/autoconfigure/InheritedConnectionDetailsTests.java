package io.sparkex.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InheritedConnectionDetails}.
 */
class InheritedConnectionDetailsTests {

	private final SslBundle ours = SslBundle.systemDefault();

	private final SslBundle theirs = SslBundle.systemDefault();

	private final SparkexSessionProperties own = new SparkexSessionProperties();

	private final SparkexSessionProperties neighbour = new SparkexSessionProperties();

	private InheritedConnectionDetails details() {
		DefaultSslBundleRegistry registry = new DefaultSslBundleRegistry("ours", this.ours);
		registry.registerBundle("theirs", this.theirs);
		SparkSslBundles bundles = new SparkSslBundles(registry);
		return bundles.connectionDetails("sparkex.sessions.own", this.own,
				bundles.connectionDetails("sparkex", this.neighbour));
	}

	@Test
	void isAsItsNeighbourUnlessSomethingElseIsSaid() {
		this.neighbour.setUrl("sc://host:1");
		this.neighbour.setToken("t1");
		this.neighbour.setUserId("me");
		this.neighbour.getSsl().setBundle("theirs");
		assertThat(details().getUrl()).isEqualTo("sc://host:1");
		assertThat(details().getToken()).isEqualTo("t1");
		assertThat(details().getUserId()).isEqualTo("me");
		assertThat(details().getSslBundle()).isSameAs(this.theirs);
		assertThat(details().getSslBundleName()).isEqualTo("theirs");
		assertThat(details().getSslBundleProperty()).isEqualTo("sparkex.ssl.bundle");
	}

	@Test
	void hasItsOwnTokenAndUser() {
		this.neighbour.setToken("t1");
		this.neighbour.setUserId("me");
		this.own.setToken("t2");
		this.own.setUserId("her");
		assertThat(details().getToken()).isEqualTo("t2");
		assertThat(details().getUserId()).isEqualTo("her");
	}

	@Test
	void hasItsOwnBundle() {
		this.neighbour.getSsl().setBundle("theirs");
		this.own.getSsl().setBundle("ours");
		assertThat(details().getSslBundle()).isSameAs(this.ours);
		assertThat(details().getSslBundleName()).isEqualTo("ours");
		assertThat(details().getSslBundleProperty()).isEqualTo("sparkex.sessions.own.ssl.bundle");
	}

	@Test
	void keepsTheBundleOfItsNeighbourWhereEncryptionIsAskedFor() {
		this.neighbour.getSsl().setBundle("theirs");
		this.own.getSsl().setEnabled(true);
		assertThat(details().getSslBundle()).isSameAs(this.theirs);
		this.neighbour.getSsl().setBundle(null);
		assertThat(details().getSslBundle()).isNotNull().isNotSameAs(this.theirs);
	}

	@Test
	void isEncryptedThoughItsNeighbourIsNot() {
		this.neighbour.setUrl("sc://host:1");
		this.neighbour.getSsl().setEnabled(false);
		assertThat(details().getUrl()).isEqualTo("sc://host:1/;use_ssl=false");
		this.own.getSsl().setEnabled(true);
		assertThat(details().getUrl()).isEqualTo("sc://host:1");
		assertThat(details().getSslBundle()).isNotNull();
		this.own.getSsl().setBundle("ours");
		assertThat(details().getUrl()).isEqualTo("sc://host:1");
		assertThat(details().getSslBundle()).isSameAs(this.ours);
	}

	@Test
	void isNotEncryptedWhereThatIsTurnedOffForIt() {
		this.neighbour.setUrl("sc://host:1");
		this.neighbour.getSsl().setBundle("theirs");
		this.own.getSsl().setEnabled(false);
		assertThat(details().getSslBundle()).isNull();
		assertThat(details().getSslBundleName()).isNull();
		assertThat(details().getUrl()).isEqualTo("sc://host:1/;use_ssl=false");
	}

}
