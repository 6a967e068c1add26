package io.sparkex.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InheritedConnectionDetails}.
 */
class InheritedConnectionDetailsTests {

	private final SslBundle ownBundle = SslBundle.systemDefault();

	private final SslBundle inheritedBundle = SslBundle.systemDefault();

	private final SparkexSessionProperties own = new SparkexSessionProperties();

	private final SparkexSessionProperties parent = new SparkexSessionProperties();

	private InheritedConnectionDetails details() {
		DefaultSslBundleRegistry registry = new DefaultSslBundleRegistry("own", this.ownBundle);
		registry.registerBundle("inherited", this.inheritedBundle);
		SparkSslBundles bundles = new SparkSslBundles(registry);
		return bundles.connectionDetails("sparkex.sessions.own", this.own,
				bundles.connectionDetails("sparkex", this.parent));
	}

	@Test
	void inheritsEverythingByDefault() {
		this.parent.setUrl("sc://host:1");
		this.parent.setToken("t1");
		this.parent.setUserId("me");
		this.parent.getSsl().setBundle("inherited");
		assertThat(details().getUrl()).isEqualTo("sc://host:1");
		assertThat(details().getToken()).isEqualTo("t1");
		assertThat(details().getUserId()).isEqualTo("me");
		assertThat(details().getSslBundle()).isSameAs(this.inheritedBundle);
		assertThat(details().getSslBundleName()).isEqualTo("inherited");
		assertThat(details().getSslBundleProperty()).isEqualTo("sparkex.ssl.bundle");
	}

	@Test
	void overridesTokenAndUser() {
		this.parent.setToken("t1");
		this.parent.setUserId("me");
		this.own.setToken("t2");
		this.own.setUserId("her");
		assertThat(details().getToken()).isEqualTo("t2");
		assertThat(details().getUserId()).isEqualTo("her");
	}

	@Test
	void overridesBundle() {
		this.parent.getSsl().setBundle("inherited");
		this.own.getSsl().setBundle("own");
		assertThat(details().getSslBundle()).isSameAs(this.ownBundle);
		assertThat(details().getSslBundleName()).isEqualTo("own");
		assertThat(details().getSslBundleProperty()).isEqualTo("sparkex.sessions.own.ssl.bundle");
	}

	@Test
	void inheritsBundleWhenTlsIsEnabled() {
		this.parent.getSsl().setBundle("inherited");
		this.own.getSsl().setEnabled(true);
		assertThat(details().getSslBundle()).isSameAs(this.inheritedBundle);
		this.parent.getSsl().setBundle(null);
		assertThat(details().getSslBundle()).isNotNull().isNotSameAs(this.inheritedBundle);
	}

	@Test
	void enablesTlsDisabledByParent() {
		this.parent.setUrl("sc://host:1");
		this.parent.getSsl().setEnabled(false);
		assertThat(details().getUrl()).isEqualTo("sc://host:1/;use_ssl=false");
		this.own.getSsl().setEnabled(true);
		assertThat(details().getUrl()).isEqualTo("sc://host:1");
		assertThat(details().getSslBundle()).isNotNull();
		this.own.getSsl().setBundle("own");
		assertThat(details().getUrl()).isEqualTo("sc://host:1");
		assertThat(details().getSslBundle()).isSameAs(this.ownBundle);
	}

	@Test
	void disablesTlsEnabledByParent() {
		this.parent.setUrl("sc://host:1");
		this.parent.getSsl().setBundle("inherited");
		this.own.getSsl().setEnabled(false);
		assertThat(details().getSslBundle()).isNull();
		assertThat(details().getSslBundleName()).isNull();
		assertThat(details().getUrl()).isEqualTo("sc://host:1/;use_ssl=false");
	}

}
