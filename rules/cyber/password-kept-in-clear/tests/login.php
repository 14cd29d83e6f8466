<?php
$row = $statement->fetch();
// ruleid: password-kept-in-clear
if ($row['password'] == $_POST['password']) {
    $_SESSION['user'] = $row['id'];
}
